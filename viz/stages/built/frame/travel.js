var last=null;function mountTravel({data,parentElement}){let{to}=data;if(to!==null&&!(parentElement===last?.parentElement&&
to===last.to)){let address=new URL(to,location.href);history.pushState({},"",address.pathname+address.search),dispatchEvent(
new PopStateEvent("popstate",{state:{}}))}last={parentElement,to}}export{mountTravel as default};
