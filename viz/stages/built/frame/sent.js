var part=(element,selector)=>element.querySelector(selector);var UPLOADERS={picture:".st-key-upload",batch:".st-key-batch-upload",network:"[class*='st-key-own-file-']"},DOORS={batch:"\
.st-key-batch-change button"},PATIENCE=2e4,files=new Map,fresh=new Map,known=new Set,listening=!1,connection=null;function mountSent({
data,parentElement,setTriggerValue}){listening||listen(),name(data.own),greet(setTriggerValue),show(parentElement,data)}
function listen(){listening=!0;let note=(target,sent)=>{let kind=Object.keys(UPLOADERS).find(each=>target instanceof Element&&
target.closest(UPLOADERS[each]));kind&&sent?.length&&fresh.set(kind,[...sent])};document.addEventListener("change",({target})=>note(
target,target.files),!0),document.addEventListener("drop",({target,dataTransfer})=>note(target,dataTransfer?.files),!0)}
function name(own){let added=Object.keys(own).filter(key=>!known.has(key)||own[key]!==files.get(key)?.called);known=new Set(
Object.keys(own));for(let key of added)for(let kind of key.startsWith("own")?["network"]:["picture","batch"]){let sent=fresh.
get(kind)??[],file=fileOf(key,own,sent,files)??(sent.length===1&&kind==="network"?sent[0]:null);file&&files.set(key,{kind,
called:own[key],file})}}function fileOf(key,own,sent,kept){let taken=new Set(Object.keys(own).map(other=>other===key?null:
kept.get(other)?.file));return sent.find(each=>each.name===own[key]&&!taken.has(each))}function greet(setTriggerValue){connection?.
disconnect();let app=document.querySelector("[data-testid=stApp]"),before=app.dataset.testConnectionState;connection=new MutationObserver(
()=>{let now=app.dataset.testConnectionState;now==="CONNECTED"&&before!==now&&setTriggerValue("returned",String(Date.now())),
before=now}),connection.observe(app,{attributes:!0,attributeFilter:["data-test-connection-state"]})}function show(parentElement,{
lost}){let box=part(parentElement,".sent"),held=(lost?.keys??[]).flatMap(key=>files.get(key.split("/")[0])??[]);if(box.hidden=
held.length===0,box.getRootNode().host?.closest(".stElementContainer")?.style.setProperty("display",box.hidden?"none":""),
lost===null||box.hidden)return;part(box,"p").textContent=lost.ended;let button=part(box,"button");button.hidden=!1,button.
textContent=lost.again,button.onclick=()=>send(held)}async function send(held){let{kind}=held[0],input=await uploader(kind);
if(!input)return;let again=new DataTransfer;for(let{file}of input.multiple?held:held.slice(0,1))again.items.add(file);input.
files=again.files,input.dispatchEvent(new Event("change",{bubbles:!0}))}async function uploader(kind){let find=()=>document.
querySelector(`${UPLOADERS[kind]} input[type=file]`);if(kind==="network"&&!find()){let place=new URL("networks?part=own",
location.href);history.pushState({},"",place.pathname+place.search),dispatchEvent(new PopStateEvent("popstate",{state:{}}))}
!find()&&DOORS[kind]&&part(document,DOORS[kind])?.click();for(let end=Date.now()+PATIENCE;!find()&&Date.now()<end;)await new Promise(
resolve=>setTimeout(resolve,100));return find()}export{mountSent as default,fileOf};
