var CHOSEN="convoscope:chosen";var MOVED="convoscope:moved",announce=(event,kind,value)=>window.dispatchEvent(new CustomEvent(event,{detail:{kind,value}}));var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
tag),{textContent});var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};function volume([channels,rows,columns],mostRows,mostChannels){let height=Math.max(1.5,40*rows/mostRows),across=Math.max(
1.5,40*columns/mostRows)*.32,depth=Math.max(1.5,40*channels/mostChannels);return{height,across,depth,rise:across*.6}}function faces({
height,across,depth,rise}){let base=46-rise-height,path=points=>`M${points.map(([x,y])=>`${x.toFixed(1)} ${y.toFixed(1)}`).
join("L")}Z`,[top,bottom]=[base+rise,base+rise+height];return{width:depth+across,front:path([[0,top],[depth,top],[depth,
bottom],[0,bottom]]),top:path([[0,top],[across,base],[across+depth,base],[depth,top]]),side:path([[depth,top],[depth+across,
base],[depth+across,base+height],[depth,bottom]])}}var mounted=new WeakMap,timers=new WeakMap,awaited=new WeakMap,PATIENCE=900,RETRIES=3;function mountStrip({data,parentElement,
setTriggerValue}){let strip=part(parentElement,".strip");arrive(strip,data,()=>show(strip,opened(data),parentElement,setTriggerValue),
waiting(strip,setTriggerValue))}function show(strip,data,parentElement,setTriggerValue){let drawn=JSON.stringify([data.network,
data.label]);if(mounted.get(parentElement)!==drawn){mounted.set(parentElement,drawn),strip.setAttribute("aria-label",data.
label);let most=axis=>Math.max(...data.layers.map(({shape})=>shape[axis]));strip.replaceChildren(...data.layers.map(layer=>makeBlock(
layer,most(1),most(0)))),awaited.set(strip,[]),select(strip,data.chosen)}else isEcho(strip,data.chosen)||select(strip,data.
chosen);strip.dataset.told=data.chosen;let choose=block=>{block.disabled||(select(strip,block.dataset.name??null),block.
focus({preventScroll:!0}),announce(CHOSEN,"layer",block.dataset.name),tell(block.dataset.name??"",RETRIES))},waiting2=()=>awaited.
get(strip),tell=(name,retries)=>{setTriggerValue("chosen",name),waiting2().at(-1)!==name&&waiting2().push(name),clearTimeout(
timers.get(strip));let again=()=>{data.chosen!==null&&strip.dataset.told!==name&&strip.isConnected&&tell(name,retries-1)};
retries>0&&timers.set(strip,setTimeout(again,PATIENCE))},blocks=()=>[...strip.children].filter(({disabled})=>!disabled);
for(let block of strip.children)block.onclick=()=>choose(block);bindKeys(strip,{layout:()=>({kind:"list",count:blocks().
length}),at:()=>blocks().indexOf(selected(strip)??strip),go:to=>{blocks()[to]!==void 0&&blocks()[to]!==selected(strip)&&
choose(blocks()[to])}})}function isEcho(strip,chosen){let waiting2=awaited.get(strip)??[],place=waiting2.lastIndexOf(chosen??
""),known=place>=0||chosen===strip.dataset.told;return awaited.set(strip,known?waiting2.slice(place+1):[]),known}var selected=strip=>strip.
querySelector('[aria-selected="true"]');function select(strip,name){for(let block of strip.querySelectorAll("button")){let chosen=block.
dataset.name===name;block.setAttribute("aria-selected",String(chosen)),block.tabIndex=chosen?0:-1,chosen&&strip.scrollTo(
{left:block.offsetLeft-strip.offsetLeft-(strip.clientWidth-block.offsetWidth)/2})}}function makeBlock({name,kind,shape,title,
fixed},mostRows,mostChannels){let block=document.createElement("button");block.type="button",block.dataset.name=name,block.
title=title,block.disabled=!!fixed,block.setAttribute("role","option");let{width,front,top,side}=faces(volume(shape,mostRows,
mostChannels));return block.innerHTML=`<svg viewBox="-1 0 ${width+2} 47" width="${width+2}" height="47" aria-hidden="tru\
e"><path class="top" d="${top}"/><path class="side" d="${side}"/><path class="front" d="${front}"/></svg>`,block.append(
made("b",name),made("span",kind),made("span",shape.join("×"))),block}export{mountStrip as default};
