var part=(element,selector)=>element.querySelector(selector),made=(tag,textContent)=>Object.assign(document.createElement(
tag),{textContent});function writeHistory(holder,rows,at,go){holder.replaceChildren(...rows.map(({number,text,answer})=>{let button=made("bu\
tton","");button.type="button",button.setAttribute("aria-current",String(number===at));for(let[className,words]of[["what",
`${number+1}  ${text}`],["answer",answer]])button.append(Object.assign(made("span",words),{className}));button.onclick=()=>go(
number);let item=document.createElement("li");return item.append(button),item}))}function mountHistory({data,parentElement,setTriggerValue}){let root=part(parentElement,".history");part(root,"h2").textContent=
data.words.history,writeHistory(part(root,"ol"),data.steps,data.at,at=>setTriggerValue("settled",{at})),root.dataset.drawn=
data.at}export{mountHistory as default};
