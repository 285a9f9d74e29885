var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row+step[0],column+step[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));let step=arrow(
key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at+step[0]*downwards(layout)+step[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element,act){CONTROLS.includes(element.tagName)||WIDGETS.includes(element.getAttribute(
"role")??"")||element.setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,
at,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&layout&&
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
{kept:new Map,coming:new Map,base:""},page.convoscopeParcels}function atHand(key){let{kept}=shelf(),found=kept.get(key);
if(found!==void 0)return kept.delete(key),kept.set(key,found),found}function parcel(key,visit,lost=()=>{},delays=DELAYS){
let{kept,coming}=shelf(),found=atHand(key);if(found!==void 0)return Promise.resolve(found);let under=coming.get(key);if(under!==
void 0)return under.tries>=delays.length?under.found:under.found.catch(()=>parcel(key,visit,lost,delays));let promise=insisted(
key,visit,lost,delays).then(bytes=>(kept.set(key,bytes),makeRoom(kept,bytes),bytes)).finally(()=>coming.delete(key));return coming.
set(key,{found:promise,tries:delays.length}),promise}function makeRoom(kept,newest){let weight=[...kept.values()].reduce(
(sum,{length})=>sum+length,0);for(let[key,bytes]of kept){if(weight<=67108864)return;bytes!==newest&&(kept.delete(key),weight-=
bytes.length)}}async function insisted(key,visit,lost,delays){for(let delay of[...delays,null]){let found=await asked(key,
visit);if(found!==null)return found;if(delay===null)break;lost(),await new Promise(resolve=>setTimeout(resolve,delay))}throw new Error(
`no parcel ${key}`)}async function asked(key,visit){let held=shelf();for(let base of held.base?[held.base]:bases())try{let answer=await fetch(
new URL(`payload/${key}`,base),{headers:{"x-visit":visit}});if(answer.ok&&answer.headers.get("content-type")?.startsWith(
KIND))return held.base=base,new Uint8Array(await answer.arrayBuffer())}catch{}return null}function bases(){let{origin,pathname}=new URL(
document.baseURI),inside=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.endsWith("/")?[inside]:[inside,`${origin}${pathname}\
/`]}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole(unpack(data),data);
return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole({parcels:keys=[],...found},data){let named=keys.
map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.planes);return Object.
assign({},...named,found,{planes})}function arrive(holder,data,show2,waits=()=>{}){if(holder.awaited=data,!(data instanceof
Uint8Array))return show2([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.parcels??[]],missing=keys.
filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(keys.map((key,at)=>[key,
found[at]]))),waits("",""),show2(keys))};if(missing.length===0)return ready(keys.map(atHand));waits("fetching","");let lost=()=>holder.
awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).then(ready,()=>holder.awaited===
data&&waits("failed",ending.missing??ending.words?.missing??""))}var part=(element,selector)=>element.querySelector(selector),made=(tag,textContent)=>Object.assign(document.createElement(
tag),{textContent});var MOVED="convoscope:moved";var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};function sorted(lines,by,falling){if(by===null)return[...lines];let way=falling?-1:1;return[...lines].sort((one,other)=>way*
compared(one.order[by],other.order[by]))}var compared=(one,other)=>typeof one=="number"&&typeof other=="number"?one-other:
String(one).localeCompare(String(other),void 0,{numeric:!0});var PAGE=8,mounted=new WeakMap,places=new WeakMap;function mountZoo({data,parentElement,setTriggerValue}){let root=part(
parentElement,".zoo"),place=places.get(root)??{};places.set(root,place),arrive(place,data,()=>show(root,opened(data),setTriggerValue),
waiting(root,setTriggerValue))}function show(root,data,setTriggerValue){let zoo=mounted.get(root)??{data,by:null,falling:!1,
at:data.chosen,choose:()=>{}};zoo.choose=name=>{zoo.at=name,setTriggerValue("chosen",name)};let same=mounted.has(root)&&
JSON.stringify(zoo.data)===JSON.stringify(data);zoo.data.chosen!==data.chosen&&(zoo.at=data.chosen),mounted.set(root,Object.
assign(zoo,{data})),same||write(root,zoo),root.dataset.drawn=data.chosen}function write(root,zoo){let held=root.getRootNode().
activeElement?.dataset.name,{columns,lines,caption}=zoo.data;part(root,"caption").textContent=caption;let head=document.
createElement("tr");head.append(...columns.map((column,at)=>headOf(root,zoo,column,at))),part(root,"thead").replaceChildren(
head);let shown=sorted(lines,zoo.by,zoo.falling);shown.some(({name})=>name===zoo.at)||(zoo.at=shown[0]?.name??""),part(root,
"tbody").replaceChildren(...shown.map(line=>rowOf(root,zoo,line))),held!==void 0&&find(root,held)?.focus({preventScroll:!0})}
var find=(root,name)=>[...root.querySelectorAll("button")].find(button=>button.dataset.name===name);function headOf(root,zoo,{
text,help,number},at){let button=Object.assign(made("button",text),{type:"button",title:help});button.dataset.name=`head\
 ${at}`,button.onclick=()=>{Object.assign(zoo,{by:at,falling:zoo.by===at&&!zoo.falling}),write(root,zoo),part(root,".scr\
oller").scrollTop=0};let cell=Object.assign(document.createElement("th"),{scope:"col",className:number?"number":""});return zoo.
by===at&&cell.setAttribute("aria-sort",zoo.falling?"descending":"ascending"),cell.append(button),cell}function rowOf(root,zoo,{
name,cells}){let{columns,chosen}=zoo.data,button=Object.assign(made("button",cells[0]),{type:"button",tabIndex:name===zoo.
at?0:-1});button.dataset.name=name,button.setAttribute("aria-pressed",String(name===chosen)),button.onfocus=()=>stand(root,
zoo,button),bindKeys(button,walk(root,name));let head=Object.assign(document.createElement("th"),{scope:"row"});head.append(
button);let row=document.createElement("tr");return row.append(head,...cells.slice(1).map((text,at)=>Object.assign(made(
"td",text),{className:columns[at+1].number?"number":""}))),row.onclick=()=>zoo.choose(name),name===chosen&&row.setAttribute(
"aria-current","true"),row}function walk(root,name){let buttons=()=>[...root.querySelectorAll("tbody button")];return{layout:()=>({
kind:"list",count:buttons().length,page:PAGE}),at:()=>buttons().findIndex(button=>button.dataset.name===name),go:place=>buttons()[place].
focus()}}function stand(root,zoo,button){zoo.at=button.dataset.name??"";for(let other of root.querySelectorAll("tbody bu\
tton"))other.tabIndex=other===button?0:-1}export{mountZoo as default};
