var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"heard"});
live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.after(
live,description);let aloud2={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("focusou\
t",()=>describe(aloud2)),aloud2}function hear(aloud2,text){aloud2.now=[text].flat().map(sentence),aloud2.root.matches(":\
focus-within")||describe(aloud2),aloud2.said??=aloud2.now,clearTimeout(aloud2.timer),newsOf(aloud2)!==""&&wait(aloud2)}var sentence=text=>text.
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==said?.[at]).
join(" ").trim();function wait(aloud2){aloud2.timer=setTimeout(()=>{if(aloud2.busy())return wait(aloud2);elsewhere(aloud2.
root)||(aloud2.live.textContent=newsOf(aloud2)),aloud2.said=aloud2.now},REST)}function elsewhere(root){let held=document.
activeElement?.shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({
description,now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll(
'[role="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-de\
scribedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element=>[
...element.childNodes].map(({textContent})=>textContent).join(" ");var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}function listed(items){let texts=items.map(String);return texts.join(marks.decimal===","&&texts.some(text=>text.includes(
","))?"; ":marks.list)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around3=root.getRootNode(),host="host"in around3?around3.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({values,shape:[
rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=opaque(
values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.
width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=px(width),canvas.style.
height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,
height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,context.
imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,figures);
function figuresIn(elements){return[...elements].map(element=>({canvases:[...element.querySelectorAll("canvas")],caption:element.
querySelector("figcaption")?.textContent??""}))}function savePicture(root,fileName,title,figures){let shown=figures.filter(
({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(document.createElement("canvas"));measure2.font=FONT;let sizes=shown.
map(({canvases:[canvas2],caption})=>[Math.max(canvas2.clientWidth,measure2.measureText(caption).width),canvas2.clientHeight+
LINE]),{places,width,height}=flow(sizes,WIDEST);measure2.font=`600 ${FONT}`;let wide=Math.max(width,measure2.measureText(
title).width)+2*MARGIN,canvas=document.createElement("canvas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*
LINE)*2];let context=contextOf(canvas);context.scale(2,2),context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,
canvas.height),context.fillStyle="#16171d",context.font=`600 ${FONT}`,context.textBaseline="top",context.fillText(title,
MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=!1,shown.forEach(({canvases,caption},index)=>{let[left,top]=[
places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.fillText(caption,left,top);for(let each of canvases)context.
drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement("a");link.href=URL.createObjectURL(
blob),link.download=fileName,root.append(link),link.click(),link.remove(),setTimeout(()=>URL.revokeObjectURL(link.href),
1e3)}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
/`]}var PATIENCE=8e3,REST2=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named2={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named2,value)?named2[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST2))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row=Object.values(stage.ahead?.layer??{}),at=row.
indexOf(key);at<0||(stage.lull=setTimeout(()=>{for(let next2 of[row[at+1],row[at-1]])next2!==void 0&&fetchAhead(stage,next2)},
LULL))}async function fetchAhead(stage,key){if(!(atHand(key)!==void 0||document.hidden||isMetered())&&!([...unused.values()].
reduce((sum,bytes)=>sum+bytes,0)>=MOST_UNUSED))try{unused.set(key,(await parcel(key,stage.visit??"",void 0,[])).length)}catch{}}
function isMetered(){let{saveData=!1,type="",effectiveType="4g"}=navigator.connection??{};return saveData||type==="cellu\
lar"||effectiveType!=="4g"}function expect(stage,key){stage.expected={key,view:JSON.stringify(stage.view),until:performance.
now()+PATIENCE}}function met(stage,keys,view){let{expected}=stage;return!expected||!keys.includes(expected.key)||(stage.
expected=null,expected.view===null)?"news":JSON.stringify(stage.view)!==expected.view?"older":JSON.stringify({...stage.view,
...view})===expected.view?"same":"news"}function wait2(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.
key)?0:Math.max(0,expected.until-performance.now())}function allow(button2,may){button2.setAttribute("aria-disabled",String(!may)),button2.addEventListener("click",refuse,!0)}
function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step2=arrow(key);if(step2===null)return null;let[down,across]=[row+step2[0],column+step2[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));let step2=arrow(
key);if(step2===null||layout.kind==="list"&&layout.flat&&step2[0]!==0)return null;let to=at+step2[0]*downwards(layout)+step2[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element,act){CONTROLS.includes(element.tagName)||WIDGETS.includes(element.getAttribute(
"role")??"")||element.setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,
at,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&layout&&
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}function cellNear(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);return[within(row,shape.
rows),within(column,shape.columns)]}var within=(place2,count)=>Math.max(0,Math.min(count-1,place2));function cellsTo(event,element,{
rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.clientY-top)/height*rows,(event.
clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(element,act);element.onpointermove=
event=>{act.look?.(act.at(event),event)},element.onpointerleave=event=>{act.look?.(null,event)},element.onclick=event=>{
chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==null&&act.choose?.(found,event)}function bindDrag(element,act){
let held=!1;bindGrip(element,{take:event=>(held=act.grab?.(event)!==!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(
act,event),pass:event=>event.pointerType==="mouse"&&act.look?.(act.at(event),event),release:()=>{held=!1,act.drop?.()}}),
element.onpointerleave=event=>{held||act.look?.(null,event)}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(
rows,columns);return[Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole(unpack(data),data);
return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole({parcels:keys=[],...found},data){let named2=keys.
map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named2.map(piece=>piece.planes),found.planes);return Object.
assign({},...named2,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=data,!(data instanceof
Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.parcels??[]],missing=keys.
filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(keys.map((key,at)=>[key,
found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits("fetching","");let lost=()=>holder.
awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).then(ready,()=>holder.awaited===
data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named2])=>[name,style.getPropertyValue(`--st-${named2}`).trim()]);return{...Object.fromEntries(found),
...forced,ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4\
f7",line:"#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
frame2),document.removeEventListener("visibilitychange",hide),stage.playing=!1},stop=(ended=!1)=>{stage.playing&&(drop(),
play.stopped(ended))},start=()=>{if(still()){play.stopped(!play.begin()&&!play.advance(1));return}stage.playing=!0,document.
addEventListener("visibilitychange",hide),play.begin(),play.started(),run()},run=()=>{let last=null,owed=0,tick=now=>{let pace2=play.
pace();owed+=Math.min(now-(last??now),Math.max(LATE,1e3/pace2))*pace2/1e3,last=now;let steps=Math.floor(owed+1e-9);owed-=
steps,steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}function speak(root,payload){for(let element of[root,...root.querySelectorAll("[data-say], [data-label]")]){let{say:say2,
label}=element.dataset;say2!==void 0&&(element.textContent=wordOf(payload,say2)),label!==void 0&&element.setAttribute("a\
ria-label",wordOf(payload,label))}}function wordOf(payload,path){let names=path.includes(".")?path.split(".").filter(Boolean):
["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element,said){typeof said==
"string"?(element.textContent!==said||element.childElementCount>0)&&(element.textContent=said):element.replaceChildren(...said)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button2,box]=[part(holder,"button"),part(holder,".tables")],
tables={button:button2,box,read,words:{},timer:0};return button2.onclick=()=>{box.hidden=!box.hidden,button2.setAttribute(
"aria-expanded",String(!box.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box)},root.
after(holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST3))}function nameAfter({button:button2,box,words},[
first]){if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element of[
button2,box])element.setAttribute("aria-label",name)}function writeTables(tables){let{box,read}=tables;if(box.hidden)return;
let{scrollLeft,scrollTop}=box,shown=read();nameAfter(tables,shown),box.replaceChildren(...shown.map(tableOf)),Object.assign(
box,{scrollLeft,scrollTop})}function showPresent(box){let present2=box.querySelector('td[aria-current="true"]');if(!(present2 instanceof
HTMLElement))return;let[inner,outer]=[present2.getBoundingClientRect(),box.getBoundingClientRect()];box.scrollLeft+=inner.
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells,row)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:null))),table2.append(title,head,body),
table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){let row=document.createElement(
"tr");return row.append(...cells),at!==null&&(at<0?row:cells[at+1])?.setAttribute("aria-current","true"),row}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var SETTLE=250;function makeStage(own){let definition=own,{event,relays}=definition;return mountStage(parent=>openStage(
parent,definition),(stage,data,keys)=>receive(stage,data,keys,definition),{event,leave:stage=>{stage.unforesee?.(),globalThis.
removeEventListener?.(MOVED,stage.moved),definition.leave?.(stage)},relays})}function openStage(parentElement,definition){
let root=parentElement.querySelector(definition.root),stage={root,received:null,view:null,hovered:null,timer:0,frame:0,playing:!1};
stage.find=selector=>root.querySelector(selector),stage.redraw=()=>redraw(stage,definition),stage.follow=()=>follow(stage,
definition),stage.soon=()=>soon(stage,definition);let told=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told(),rest),stage.settle=(change={})=>{Object.assign(stage.view,change),
stage.redraw(),stage.tellSoon()},stage.move=(change,tells=!0)=>{Object.assign(stage.view,change),stage.follow(),tells&&stage.
tellSoon()},stage.hover=place2=>{JSON.stringify(place2)!==JSON.stringify(stage.hovered)&&(stage.hovered=place2,stage.soon())},
stage.save=()=>save(stage,definition);let button2=root.querySelector('button[data-say="save_png"]');button2!==null&&(button2.
onclick=stage.save),definition.plays&&(stage.player=makePlayer(stage,definition.plays(stage))),definition.foresees&&(stage.
unforesee=foresee(stage,(key,kind)=>showAhead(stage,key,kind,definition))),definition.open?.(stage);let{table:table2}=definition;
return stage.tables=table2?makeTables(root,()=>stage.received===null?[]:table2(stage)):null,stage.aloud=makeAloud(root,()=>stage.
playing),stage.moved=()=>{stage.received!==null&&Math.abs(measure(root)-stage.room)>1&&stage.redraw()},globalThis.addEventListener?.(
MOVED,stage.moved),stage.watcher=new ResizeObserver(stage.redraw),stage.watcher.observe(root),stage}function receive(stage,data,keys,definition){
let{hash,visit,done,shown,words:shared={}}=stage.course,same=stage.received!==null&&stage.visit===visit;if(same&&stage.hash===
hash&&stage.serial!==void 0)return;let{view,...rest}=opened(data),meeting=met(stage,keys,view);if(meeting==="same"){Object.
assign(stage,rest,{received:rest.serial??0,hash,visit,planes:stage.planes}),lookAround(stage,keys[0]);return}let other=rest.
serial===void 0?done<=(shown??0):rest.serial!==stage.received,anew=meeting!=="older"&&(!same||other);Object.assign(stage,
rest,{received:rest.serial??0,hash,visit,shared}),stage.tables&&nameTables(stage.tables,shared),anew&&takeOver(stage,view,
rest.serial!==void 0),stage.palettes=palettesOf(stage.planes),present(stage,anew,definition),meeting==="older"&&stage.tellSoon(),
lookAround(stage,keys[0])}function takeOver(stage,view,unhover){clearTimeout(stage.timer),stage.player?.drop(),stage.view=
{...view},unhover&&(stage.hovered=null)}function present(stage,anew,{take:take2,drawn}){speak(stage.root,stage),take2?.(
stage,anew),stage.redraw(),stage.root.dataset.drawn=String(drawn?drawn(stage):stage.received)}function showAhead(stage,key,kind,definition){
let bytes=atHand(key);if(bytes===void 0||stage.received===null)return;let before={view:stage.view,start:stage.start},{planes,
...rest}=unpack(bytes),{sequential,diverging}=stage.planes;Object.assign(stage,rest,{planes:{...planes,sequential,diverging}}),
takeOver(stage,definition.foresees(stage,kind,before),!0),present(stage,!0,definition),expect(stage,key),lookAround(stage,
key)}function redraw(stage,definition){let width=stage.root.clientWidth;stage.received===null||width===0||(stage.room=measure(
stage.root),definition.narrow&&stage.root.classList.toggle("narrow",width<definition.narrow*perUnit()),stage.theme=themeOf(
stage.root),standing(stage.root,()=>{definition.draw(stage),follow(stage,definition)}),introduce(stage.root,stage.shared))}
function save(stage,definition){!definition.picture||stage.received===null||(definition.onWhite&&(stage.theme={...stage.
theme,...WHITE},definition.draw(stage),definition.mark?.(stage)),handPicture(stage.root,definition.picture(stage)),definition.
onWhite&&redraw(stage,definition))}function follow(stage,{mark:mark2,describe:describe3,aloud:aloud2,region=".readout"}){
mark2?.(stage);let said=describe3?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud2||said!==null)&&hear(
stage.aloud,aloud2?aloud2(stage):textOf(stage.find(region))),stage.tables&&followTables(stage.tables)}function soon(stage,definition){
stage.received===null||stage.frame!==0||(stage.frame=requestAnimationFrame(()=>{stage.frame=0,stage.root.clientWidth>0&&
follow(stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave:leave2=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);
let delay=wait2(stage,keys);delay>0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave2(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function nearestUnit(centres,pixel){let[best,least]=[0,1/0];return centres.forEach((centre,unit2)=>{let away=centre===null?
NaN:Math.abs(centre-pixel);away<least&&([best,least]=[unit2,away])}),best}function unitFor(rung,[row,column]){return rung.scope==="exact"?[nearestUnit(rung.rows.centres,row),nearestUnit(rung.columns.
centres,column)]:null}function boxFor(rung,pixel,[rows,columns]){if(rung.scope==="unknown")return null;if(rung.scope!=="\
exact")return{top:0,left:0,bottom:rows,right:columns};let[row,column]=unitFor(rung,pixel),{rows:down,columns:across}=rung;
return{top:down.starts[row],left:across.starts[column],bottom:down.stops[row],right:across.stops[column]}}function cutSides(rung,pixel,limits2){
let none={top:!1,left:!1,bottom:!1,right:!1};if(rung.scope!=="exact")return none;let[first,second]=unitFor(rung,pixel).map(
(unit2,axis)=>unit2*rung.stride[axis]-rung.padding[axis]);return{top:first<0,left:second<0,bottom:first+rung.size[0]>limits2[0],
right:second+rung.size[1]>limits2[1]}}function stops(rungs,every2){return rungs.flatMap((rung,index)=>every2||rung.fresh?
[index]:[])}function placeIn(list2,current){return Math.max(0,list2.findLastIndex(index=>index<=current))}function nextStop(list2,current,direction){
return(direction>0?list2.find(index=>index>current):list2.findLast(index=>index<current))??null}function nested(rungs,current,pixel,limits2){
let found=new Map;for(let rung of rungs.slice(0,current+1)){let box=rung.fresh||rung===rungs[current]?boxFor(rung,pixel,
limits2):null;if(box===null)continue;let name=Object.values(box).join(" ");found.delete(name),found.set(name,box)}return[
...found.values()]}function around2(list2,place2,room){if(list2.length<=room)return list2;let inner=room-4,start=Math.max(
1,Math.min(list2.length-1-inner,place2-Math.floor(inner/2))),shown=[list2[0],...list2.slice(start,start+inner),list2[list2.
length-1]],gaps=[start>1,start+inner<list2.length-1];return[shown[0],...gaps[0]?[null]:[],...shown.slice(1,-1),...gaps[1]?
[null]:[],shown[shown.length-1]]}var pace=count=>Math.max(1,Math.min(1e3/150,count/30));function buildControls(stage){let{words}=stage;stage.find(".controls").replaceChildren(button("first",words.first,words.
first_title,()=>goTo(stage,stage.stops()[0])),button("back",words.back,words.back_title,()=>step(stage,-1)),button("play",
words.play,null,stage.player.toggle),button("forward",words.forward,words.forward_title,()=>step(stage,1)),button("last",
words.last,words.last_title,()=>goTo(stage,stage.stops()[stage.stops().length-1])),slider(stage),list(stage),every(stage),
button("save",words.save_png,null,stage.save))}function button(name,text,title,act){let made2=Object.assign(document.createElement(
"button"),{name,textContent:text,onclick:act});return title!==null&&(made2.title=title,made2.setAttribute("aria-label",title)),
made2}function slider(stage){let made2=Object.assign(document.createElement("input"),{type:"range",name:"depth",min:0});
return made2.setAttribute("aria-label",stage.words.depth),made2.oninput=()=>goTo(stage,stage.stops()[Number(made2.value)]),
made2}function list(stage){let made2=Object.assign(document.createElement("select"),{name:"layer"});return made2.setAttribute(
"aria-label",stage.words.layer),made2.append(...stage.rungs.map(({name})=>new Option(name,name))),made2.onchange=()=>goTo(
stage,made2.selectedIndex),made2}function every(stage){let label=document.createElement("label"),box=Object.assign(document.
createElement("input"),{type:"checkbox",name:"every"});return box.onchange=()=>stage.change({every:box.checked}),label.append(
box,stage.words.every),label}function showControls(stage){let[shown,current]=[stage.stops(),stage.index()],at=name=>stage.
find(`[name="${name}"]`),place2=placeIn(shown,current);Object.assign(at("depth"),{max:shown.length-1,value:place2}),at("\
depth").setAttribute("aria-valuetext",stage.rungs[current].name),at("layer").value=stage.view.layer,at("every").checked=
stage.view.every;for(let name of["back","first"])allow(at(name),nextStop(shown,current,-1)!==null);for(let name of["forw\
ard","last"])allow(at(name),nextStop(shown,current,1)!==null);at("play").textContent=stage.playing?stage.words.pause:stage.
words.play,at("play").setAttribute("aria-pressed",String(stage.playing))}function goTo(stage,index){stage.player.stop(),
stage.touched=!0,stage.change({layer:stage.rungs[index].name})}function step(stage,direction){let next2=nextStop(stage.stops(),
stage.index(),direction);next2!==null&&goTo(stage,next2)}function plays(stage){return{begin:()=>{stage.hovered=null;let anew=!stage.
touched||nextStop(stage.stops(),stage.index(),1)===null;return stage.touched=!0,anew&&stage.change({layer:stage.rungs[stage.
stops()[0]].name}),anew},advance:()=>{let next2=nextStop(stage.stops(),stage.index(),1);return next2!==null&&stage.change(
{layer:stage.rungs[next2].name}),next2!==null},pace:()=>pace(stage.stops().length),started:stage.follow,stopped:()=>stage.
change({})}}function bindPicture(stage){let plane=stage.find(".plane");bindPointer(plane,{drags:!0,at:event=>cellNear(event,
plane,stage.picture),look:pixel=>(pixel===null||!stage.playing)&&stage.hover(pixel),choose:pixel=>choose(stage,pixel)}),
bindKeys(plane,keysOf(stage))}var keysOf=stage=>({layout:()=>(key,at)=>nextUnit(stage,key,at),at:()=>[stage.view.row,stage.
view.column],go:([row,column])=>stage.change({row,column}),keys:{" ":stage.player.toggle,PageDown:()=>step(stage,1),PageUp:()=>step(
stage,-1),Home:()=>goTo(stage,stage.stops()[0]),End:()=>goTo(stage,stage.stops()[stage.stops().length-1])}});function nextUnit({
rungs,index,picture:{rows,columns}},key,at){let direction=arrow(key);if(direction===null)return null;let{stride}=rungs[index()],
[row,column]=at.map((place2,axis)=>place2+direction[axis]*Math.max(1,stride[axis]));return[Math.max(0,Math.min(rows-1,row)),
Math.max(0,Math.min(columns-1,column))]}function choose(stage,[row,column]){stage.hovered=null,(row!==stage.view.row||column!==
stage.view.column)&&stage.change({row,column})}var[SMALLEST,LARGEST,AROUND]=[300,440,130],SIDES=["top","left","bottom","right"];function drawPicture(stage){let figure=stage.
find(".picture"),{rows,columns}=stage.picture,room=stage.root.classList.contains("narrow")?breadth(stage.root):Math.max(
SMALLEST,stage.room-AROUND);stage.size=sizeOf({rows,columns},Math.min(LARGEST,room)),figure.style.maxWidth=px(stage.size[0]);
let context=fit(figure.querySelector("canvas"),...stage.size);place(context,stage.source,[0,0,columns,rows],[0,0,...stage.
size])}function drawBoxes(stage,grown=1){let{rungs,view,picture:picture2,size}=stage,limits2=[picture2.rows,picture2.columns],
context=fit(stage.find(".marks"),...size),pixel=stage.hovered??[view.row,view.column],index=stage.index(),box=boxFor(rungs[index],
pixel,limits2),scale=[size[0]/picture2.columns,size[1]/picture2.rows],boxes=nested(rungs,index,pixel,limits2),last=(box===
null?null:boxes.pop())??null,strong=last===null?null:between(boxes[boxes.length-1]??last,last,grown);strong!==null&&veil(
context,size,onScreen(strong,scale));for(let one of boxes)thin(context,onScreen(one,scale));strong!==null&&(frame(context,
...inset(onScreen(strong,scale),size),stage.theme.accent,3),grown===1&&dashes(context,cutSides(rungs[index],pixel,limits2),
inset(onScreen(strong,scale),size))),cross(context,[(pixel[1]+.5)*scale[0],(pixel[0]+.5)*scale[1]])}var between=(from,to,share)=>Object.
fromEntries(SIDES.map(side=>[side,from[side]+(to[side]-from[side])*share])),onScreen=({top,left,bottom,right},[across,down])=>[
left*across,top*down,(right-left)*across,(bottom-top)*down];function inset([x,y,width,height],[wide,tall]){let[left,top]=[
Math.max(2.5,x),Math.max(2.5,y)];return[left,top,Math.min(wide-2.5,x+width)-left,Math.min(tall-2.5,y+height)-top]}function veil(context,[
width,height],[x,y,wide,tall]){context.fillStyle="rgb(0 0 0 / 45%)",context.beginPath(),context.rect(0,0,width,height),context.
rect(x,y,wide,tall),context.fill("evenodd")}function thin(context,[x,y,width,height]){for(let[colour,thick]of[["rgb(0 0 \
0 / 55%)",3],["rgb(255 255 255 / 90%)",1.25]])context.strokeStyle=colour,context.lineWidth=thick,context.strokeRect(x,y,
width,height)}function dashes(context,{top,left,bottom,right},[x,y,width,height]){context.strokeStyle="#ffffff",context.
lineWidth=5,context.setLineDash([6,8]),context.beginPath();let line2=(on,...[x1,y1,x2,y2])=>{on&&(context.moveTo(x1,y1),
context.lineTo(x2,y2))};line2(top,x,y,x+width,y),line2(left,x,y,x,y+height),line2(bottom,x,y+height,x+width,y+height),line2(
right,x+width,y,x+width,y+height),context.stroke(),context.setLineDash([])}function cross(context,[x,y]){for(let[colour,
thick]of[["#000000",4],["#ffffff",2]])context.strokeStyle=colour,context.lineWidth=thick,context.beginPath(),context.moveTo(
x-6,y),context.lineTo(x+6,y),context.moveTo(x,y-6),context.lineTo(x,y+6),context.stroke()}var LISTED=4,times=([rows,columns])=>`${rows} × ${columns}`;function explain(rung,words){let{how}=rung;if(rung.scope===
"unknown")return[put(words.unknown,{reason:rung.reason})];if(rung.scope==="whole image")return wholeImage(rung,words);if(how.
kind==="same")return[put(words.same,{source:named(how.source,words)})];if(how.kind==="window")return window_(rung,words);
if(how.kind==="branches")return branches(rung,words);let other=put(words.other,{source:named(how.source,words)});return rung.
reason===null?[other]:[other,put(words.uneven,{reason:rung.reason})]}var named=(source,words)=>source||words.picture;function wholeImage(rung,words){
let lines=[put(words.whole,{reason:rung.reason})];return rung.through!==null&&lines.push(put(words.through,{size:times(rung.
through)})),lines}function byAxis(write2,words){let[rows,columns]=[write2(0),write2(1)];return rows.flatMap((line2,index)=>line2===
columns[index]?[line2]:[put(words.rows,{line:line2}),put(words.columns,{line:columns[index]})])}function window_({how,size,
stride,padding},words){let write2=axis=>{let[before,layer]=[how.before[axis],how.layer],[r,S,P]=[before.size,before.stride,
before.padding],numbers2={r,S,P,k:layer.kernel[axis],s:layer.stride[axis],p:layer.padding[axis],d:layer.dilation[axis]};
return[put(words.size_line,{...numbers2,new:size[axis]}),put(words.stride_line,{...numbers2,new:stride[axis]}),put(words.
padding_line,{...numbers2,new:padding[axis]})]};return[put(words.from,{source:named(how.source,words)}),...byAxis(write2,
words)]}function branches({how,size,padding},words){let write2=axis=>{let fields=how.branches.map(({axes})=>axes[axis]),
[paddings,reaches]=[fields.map(one=>one.padding),fields.map(one=>one.size-one.padding)];return[put(words.union_padding,{
list:listed2(paddings),new:padding[axis]}),put(words.union_size,{padding:padding[axis],list:listed2(reaches),reach:Math.
max(...reaches),new:size[axis]})]},list2=how.branches.slice(0,LISTED).map(({name,axes})=>put(words.branch,{name:named(name,
words),size:times(axes.map(one=>one.size))}));return how.branches.length>LISTED&&list2.push(put(words.more_branches,{count:how.
branches.length-LISTED})),[put(words.branches,{list:listed(list2)}),...byAxis(write2,words)]}function listed2(numbers2){
let different=[...new Set(numbers2)].sort((one,other)=>other-one);return listed([...different.slice(0,LISTED),...different.
length>LISTED?["…"]:[]])}function placeText(rung,pixel,limits2,words){let box=boxFor(rung,pixel,limits2),unit2=unitFor(
rung,pixel);if(box===null)return words.place_unknown;if(unit2===null)return put(words.place_whole,{size:times(limits2)});
let[rows,columns]=[box.bottom-box.top,box.right-box.left];if(rows===0||columns===0)return put(words.place_nothing,{row:unit2[0],
column:unit2[1]});let place2=put(words.place,{row:unit2[0],column:unit2[1],first_row:box.top,last_row:box.bottom-1,first_column:box.
left,last_column:box.right-1}),all=rows===limits2[0]&&columns===limits2[1];return all&&rung.size.some((size,axis)=>size>
limits2[axis])?`${place2} ${put(words.more_than_all,{size:times(rung.size),picture:times(limits2)})}`:all?`${place2} ${words.
all}`:Object.values(cutSides(rung,pixel,limits2)).some(Boolean)?`${place2} ${put(words.cut,{size:times([rows,columns])})}`:
place2}function tableOfRungs({shared,words,rungs,about,index}){let columns=["table_layer","table_kind","table_size","tab\
le_stride","table_padding"].map(name=>words[name]);return tableOfLines(shared,about.alt,columns,{count:rungs.length,at:index(),
line:at=>{let{name,kind,scope,size,stride,padding}=rungs[at],numbers2=scope==="unknown"?[words.size_unknown,"–","–"]:
[times(size),times(stride),times(padding)];return[name,kind,...numbers2]}})}var GROWING=260,ROOM={wide:10,narrow:7},stage_default=makeStage({root:".stage",narrow:640,region:".place",relays:!0,open,
take,plays,draw,mark,describe:describe2,aloud,table,picture,leave});function open(stage){stage.index=()=>Math.max(0,stage.
rungs.findIndex(({name})=>name===stage.view.layer)),stage.stops=()=>stops(stage.rungs,stage.view.every),stage.change=change=>applyChange(
stage,change),bindPicture(stage)}function leave(stage){cancelAnimationFrame(stage.growing)}function take(stage,anew){let{
words,about,find}=stage,[rows,columns]=stage.planes.picture.shape;Object.assign(stage,{picture:{rows,columns},source:pictureCanvas(
stage.planes.picture)});for(let rung of stage.rungs){let[down,across]=[rung.rows,rung.columns].map(place2=>stage.axes[place2]??
null);Object.assign(rung,{rows:down,columns:across})}find(".plane").setAttribute("aria-label",`${about.alt} ${words.keys}`);
let brackets=stage.rungs.some(({through})=>through!==null)?words.key_through:"";find(".key").textContent=[words.key,brackets,
words.keys].filter(Boolean).join(" "),anew&&(stage.touched=!1),buildControls(stage)}function draw(stage){drawPicture(stage)}
function mark(stage){cancelAnimationFrame(stage.growing),showControls(stage),drawBoxes(stage)}function describe2(stage){
let{words,rungs,picture:picture2,view,hovered,find}=stage,index=stage.index(),rung=rungs[index];return find(".layer b").
textContent=rung.name,find(".layer span").textContent=put(words.which,{kind:rung.kind,number:index+1,count:rungs.length}),
find(".size").textContent=rung.scope==="unknown"?words.size_unknown:put(words.size,{size:times(rung.size)}),find(".how").
replaceChildren(...explain(rung,words).map(line2=>made("p",line2))),writeSizes(stage),placeText(rung,hovered??[view.row,
view.column],[picture2.rows,picture2.columns],words)}function aloud({find}){return[`${textOf(find(".layer"))}: ${find(".\
size").textContent}`,find(".place").textContent]}function table(stage){return[tableOfRungs(stage)]}function writeSizes(stage){
let shown=stage.stops(),place2=placeIn(shown,stage.index()),room=stage.root.classList.contains("narrow")?ROOM.narrow:ROOM.
wide,sizes=around2(shown,place2,room).map(index=>{if(index===null)return made("span","…");let rung=stage.rungs[index],
text=chip(rung),button2=Object.assign(made("button",text),{title:rung.name,onclick:()=>goTo(stage,index)});return button2.
setAttribute("aria-label",`${rung.name}: ${text}`),index===shown[place2]&&button2.setAttribute("aria-current","true"),button2});
stage.find(".sizes").replaceChildren(...sizes)}function chip({scope,size,through}){if(scope==="unknown")return"?";let[rows,
columns]=through??size,text=rows===columns?String(rows):`${rows}×${columns}`;return through===null?text:`(${text})`}function applyChange(stage,change){
let before=stage.index();stage.move(change),stage.index()>before&&!still()&&grow(stage)}function grow(stage){let start=performance.
now(),tick=now=>{let share=Math.min(1,Math.max(0,(now-start)/GROWING));drawBoxes(stage,share),share<1&&(stage.growing=requestAnimationFrame(
tick))};tick(start)}function picture({about,view,words,find}){let caption=put(words.saved,{seen:find(".size").textContent,
row:view.row,column:view.column}),figures=figuresIn([find(".plane")]).map(figure=>({...figure,caption}));return{file:`${about.
file}-${view.layer}`,title:put(about.title,{layer:view.layer}),figures}}export{stage_default as default};
