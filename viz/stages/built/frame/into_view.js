var OWN_WISH=["wheel","touchmove","keydown","pointerdown"],HOVERS=["pointermove","pointerover","pointerenter","mousemove",
"mouseover","mouseenter"],last="",resting=null,holding=!1;for(let kind of["pointerdown","pointermove"])window.addEventListener(
kind,rest,{capture:!0});function mountIntoView({data}){!data.pressed||data.pressed===last||(last=data.pressed,follow(),hold())}
function rest(event){let{clientX,clientY}=event;holding||(resting=[clientX,clientY])}function hold(){if(resting===null||
holding)return;holding=!0;let[x,y]=resting,covered=new Set,until=performance.now()+3e3,stay=event=>{let{clientX,clientY}=event;
if(Math.abs(clientX-x)<1&&Math.abs(clientY-y)<1)return event.stopImmediatePropagation();for(let root of covered)for(let kind of HOVERS)
root.removeEventListener(kind,stay,{capture:!0});holding=!1,rest(event)},cover=()=>{if(holding){for(let root of[window,...stages().
flatMap(({shadowRoot})=>shadowRoot??[])]){if(!covered.has(root))for(let kind of HOVERS)root.addEventListener(kind,stay,{
capture:!0});covered.add(root)}performance.now()<until&&requestAnimationFrame(cover)}};cover()}function follow(){let wish=new AbortController;
for(let kind of OWN_WISH)window.addEventListener(kind,()=>wish.abort(),{capture:!0,signal:wish.signal});let end=performance.
now()+3e3,step=now=>{if(!wish.signal.aborted){if(now>end)return wish.abort();show(),isDone()&&(end=Math.min(end,now+500)),
requestAnimationFrame(step)}};requestAnimationFrame(step)}function isDone(){let app=document.querySelector("[data-testid\
=stApp]");return app instanceof HTMLElement&&app.dataset.testScriptState==="notRunning"}function show(){let[stage,view]=[
firstStage(),document.querySelector("[data-testid=stMain]")];if(!stage||!view)return;let{top,bottom}=stage.getBoundingClientRect();
top>=64&&bottom<=window.innerHeight||view.scrollBy({top:top-64,behavior:"instant"})}function firstStage(){return stages().
find(({offsetHeight})=>offsetHeight>=60)??document.querySelector("[data-testid=stMain] h1")}function stages(){return[...document.
querySelectorAll("[data-testid=stMain] [data-testid=stBidiComponentIsolated]")].filter(({shadowRoot})=>shadowRoot)}export{mountIntoView as default};
