var DRAWN="convoscope:drawn";var heard=new WeakMap;function mountEcho({parentElement,setTriggerValue}){let leave=()=>window.removeEventListener(DRAWN,
heard.get(parentElement)??(()=>{}));leave();let tell=event=>setTriggerValue("heard",event.detail);return heard.set(parentElement,
tell),window.addEventListener(DRAWN,tell),leave}export{mountEcho as default};
