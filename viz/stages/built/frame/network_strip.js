var CHOSEN="convoscope:chosen";var announce=(event,kind,value)=>window.dispatchEvent(new CustomEvent(event,{detail:{kind,value}}));var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var part=(element,selector)=>element.querySelector(selector),made=(tag,textContent)=>Object.assign(document.createElement(
tag),{textContent});function volume([channels,rows,columns],mostRows,mostChannels){let height=Math.max(1.5,40*rows/mostRows),across=Math.max(
1.5,40*columns/mostRows)*.32,depth=Math.max(1.5,40*channels/mostChannels);return{height,across,depth,rise:across*.6}}function faces({
height,across,depth,rise}){let base=46-rise-height,path=points=>`M${points.map(([x,y])=>`${x.toFixed(1)} ${y.toFixed(1)}`).
join("L")}Z`,[top,bottom]=[base+rise,base+rise+height];return{width:depth+across,front:path([[0,top],[depth,top],[depth,
bottom],[0,bottom]]),top:path([[0,top],[across,base],[across+depth,base],[depth,top]]),side:path([[depth,top],[depth+across,
base],[depth+across,base+height],[depth,bottom]])}}var mounted=new WeakMap,timers=new WeakMap,awaited=new WeakMap,PATIENCE=900,RETRIES=3;function mountStrip({data,parentElement,
setTriggerValue}){let strip=part(parentElement,".strip"),drawn=JSON.stringify([data.network,data.label]);if(mounted.get(
parentElement)!==drawn){mounted.set(parentElement,drawn),strip.setAttribute("aria-label",data.label);let most=axis=>Math.
max(...data.layers.map(({shape})=>shape[axis]));strip.replaceChildren(...data.layers.map(layer=>makeBlock(layer,most(1),
most(0)))),awaited.set(strip,[]),select(strip,data.chosen)}else isEcho(strip,data.chosen)||select(strip,data.chosen);strip.
dataset.told=data.chosen;let choose=block=>{block.disabled||(select(strip,block.dataset.name??null),block.focus({preventScroll:!0}),
announce(CHOSEN,"layer",block.dataset.name),tell(block.dataset.name??"",RETRIES))},waiting=()=>awaited.get(strip),tell=(name,retries)=>{
setTriggerValue("chosen",name),waiting().at(-1)!==name&&waiting().push(name),clearTimeout(timers.get(strip));let again=()=>{
data.chosen!==null&&strip.dataset.told!==name&&strip.isConnected&&tell(name,retries-1)};retries>0&&timers.set(strip,setTimeout(
again,PATIENCE))},blocks=()=>[...strip.children].filter(({disabled})=>!disabled);for(let block of strip.children)block.onclick=
()=>choose(block);bindKeys(strip,{layout:()=>({kind:"list",count:blocks().length}),at:()=>blocks().indexOf(selected(strip)??
strip),go:to=>{blocks()[to]!==void 0&&blocks()[to]!==selected(strip)&&choose(blocks()[to])}})}function isEcho(strip,chosen){
let waiting=awaited.get(strip)??[],place=waiting.lastIndexOf(chosen??""),known=place>=0||chosen===strip.dataset.told;return awaited.
set(strip,known?waiting.slice(place+1):[]),known}var selected=strip=>strip.querySelector('[aria-selected="true"]');function select(strip,name){
for(let block of strip.querySelectorAll("button")){let chosen=block.dataset.name===name;block.setAttribute("aria-selecte\
d",String(chosen)),block.tabIndex=chosen?0:-1,chosen&&strip.scrollTo({left:block.offsetLeft-strip.offsetLeft-(strip.clientWidth-
block.offsetWidth)/2})}}function makeBlock({name,kind,shape,title,fixed},mostRows,mostChannels){let block=document.createElement(
"button");block.type="button",block.dataset.name=name,block.title=title,block.disabled=!!fixed,block.setAttribute("role",
"option");let{width,front,top,side}=faces(volume(shape,mostRows,mostChannels));return block.innerHTML=`<svg viewBox="-1 \
0 ${width+2} 47" width="${width+2}" height="47" aria-hidden="true"><path class="top" d="${top}"/><path class="side" d="${side}\
"/><path class="front" d="${front}"/></svg>`,block.append(made("b",name),made("span",kind),made("span",shape.join("×"))),
block}export{mountStrip as default};
