var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_CELLS=11;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[start,Math.min(count,
start+most)]}function tableOfCells(words,caption,{rows,columns},[row,column],read2){let[[top,bottom],[left,right]]=[around(
rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole3=bottom-top===rows&&right-left===columns,part2={top,bottom:bottom-
1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),numbers(left,right)];return{caption,note:whole3?
"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??"",{column:at}))],rows:down.map(at=>[put(words.
row??"",{row:at}),...across.map(place2=>read2(at,place2))]),at:[row-top,column-left]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−");var whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,","));var counted=(words,name,count)=>words[`${name}.${new Intl.PluralRules(marks.language).select(count)}`]??words[`${name}.o\
ther`];var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step)=>{let at=Math.round(step/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}
function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function bindPointer(element,act){if(act.drags)return bindDrag(element,act);element.onpointermove=event=>{act.look?.(act.
at(event),event)},element.onpointerleave=event=>{act.look?.(null,event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){
let found=act.at(event);found!==null&&act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,
{take:event=>(held=act.grab?.(event)!==!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.
pointerType==="mouse"&&act.look?.(act.at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{
held||act.look?.(null,event)}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
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
/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show2){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show2(key,kind):askBeside(stage,key,()=>show2(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show2){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show2()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row=Object.values(stage.ahead?.layer??{}),at=row.
indexOf(key);at<0||(stage.lull=setTimeout(()=>{for(let next2 of[row[at+1],row[at-1]])next2!==void 0&&fetchAhead(stage,next2)},
LULL))}async function fetchAhead(stage,key){if(!(atHand(key)!==void 0||document.hidden||isMetered())&&!([...unused.values()].
reduce((sum,bytes)=>sum+bytes,0)>=MOST_UNUSED))try{unused.set(key,(await parcel(key,stage.visit??"",void 0,[])).length)}catch{}}
function isMetered(){let{saveData=!1,type="",effectiveType="4g"}=navigator.connection??{};return saveData||type==="cellu\
lar"||effectiveType!=="4g"}function expect(stage,key){stage.expected={key,view:JSON.stringify(stage.view),until:performance.
now()+PATIENCE}}function met(stage,keys,view){let{expected}=stage;return!expected||!keys.includes(expected.key)||(stage.
expected=null,expected.view===null)?"news":JSON.stringify(stage.view)!==expected.view?"older":JSON.stringify({...stage.view,
...view})===expected.view?"same":"news"}function wait(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.
key)?0:Math.max(0,expected.until-performance.now())}var REST2=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"hear\
d"});live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.
after(live,description);let aloud2={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("f\
ocusout",()=>describe(aloud2)),aloud2}function hear(aloud2,text){aloud2.now=[text].flat().map(sentence),aloud2.root.matches(
":focus-within")||describe(aloud2),aloud2.said??=aloud2.now,clearTimeout(aloud2.timer),newsOf(aloud2)!==""&&wait2(aloud2)}
var sentence=text=>text.replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==
said?.[at]).join(" ").trim();function wait2(aloud2){aloud2.timer=setTimeout(()=>{if(aloud2.busy())return wait2(aloud2);elsewhere(
aloud2.root)||(aloud2.live.textContent=newsOf(aloud2)),aloud2.said=aloud2.now},REST2)}function elsewhere(root){let held=document.
activeElement?.shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({
description,now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll(
'[role="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-de\
scribedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element=>[
...element.childNodes].map(({textContent})=>textContent).join(" ");function makeButton(name,label,act,sign=null){let button=Object.assign(made("button",sign??label),{type:"button",className:name,
onclick:act});return sign!==null&&button.setAttribute("aria-label",label),sign!==null&&button.setAttribute("title",label),
button}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,
!0)}function standing(root,write3){let held=document.activeElement?.shadowRoot?.activeElement;if(write3(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}function makeTransport(words,{name,label,min},act){
let group=Object.assign(document.createElement("span"),{className:"transport"}),slider=Object.assign(document.createElement(
"input"),{type:"range",name,min:String(min),step:"1"});return slider.setAttribute("aria-label",label),slider.oninput=()=>act.
show(Number(slider.value)),group.append(makeButton("play",words.play,act.play,"▶"),makeButton("back",words.back,()=>act.
step(-1),"−"),slider,makeButton("on",words.on,()=>act.step(1),"+")),group}function showTransport(find,words,{at,max,said,
playing}){let slider=find(".transport input");Object.assign(slider,{max,value:at}),slider.setAttribute("aria-valuetext",
said);let play=find(".transport .play");play.textContent=playing?"❚❚":"▶";for(let name of["aria-label","title"])play.
setAttribute(name,playing?words.pause:words.play);play.setAttribute("aria-pressed",String(!!playing)),allow(find(".trans\
port .back"),at>Number(slider.min)),allow(find(".transport .on"),at<max)}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show2=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show2();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show2,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole2(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole2(unpack(data),
data);return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole2({parcels:keys=[],...found},data){
let named=keys.map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.
planes);return Object.assign({},...named,found,{planes})}function arrive(holder,data,show2,waits=()=>{}){if(holder.awaited=
data,!(data instanceof Uint8Array))return show2([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.
parcels??[]],missing=keys.filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(
keys.map((key,at)=>[key,found[at]]))),waits("",""),show2(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
"fetching","");let lost=()=>holder.awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).
then(ready,()=>holder.awaited===data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),...forced,
ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4f7",line:"\
#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
frame2),document.removeEventListener("visibilitychange",hide),stage.playing=!1},stop=(ended=!1)=>{stage.playing&&(drop(),
play.stopped(ended))},start=()=>{if(still()){play.stopped(!play.begin()&&!play.advance(1));return}stage.playing=!0,document.
addEventListener("visibilitychange",hide),play.begin(),play.started(),run()},run=()=>{let last=null,owed=0,tick=now=>{let pace=play.
pace();owed+=Math.min(now-(last??now),Math.max(LATE,1e3/pace))*pace/1e3,last=now;let steps=Math.floor(owed+1e-9);owed-=steps,
steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}function speak(root,payload){for(let element of[root,...root.querySelectorAll("[data-say], [data-label]")]){let{say:say2,
label}=element.dataset;say2!==void 0&&(element.textContent=wordOf(payload,say2)),label!==void 0&&element.setAttribute("a\
ria-label",wordOf(payload,label))}}function wordOf(payload,path){let names=path.includes(".")?path.split(".").filter(Boolean):
["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element,said){typeof said==
"string"?(element.textContent!==said||element.childElementCount>0)&&(element.textContent=said):element.replaceChildren(...said)}var REST3=100,NAMED=500;function makeTables(root,read2){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button,box]=[part(holder,"button"),part(holder,".tables")],
tables={button,box,read:read2,words:{},timer:0};return button.onclick=()=>{box.hidden=!box.hidden,button.setAttribute("a\
ria-expanded",String(!box.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box)},root.
after(holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST3))}function nameAfter({button,box,words},[first]){
if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element of[
button,box])element.setAttribute("aria-label",name)}function writeTables(tables){let{box,read:read2}=tables;if(box.hidden)
return;let{scrollLeft,scrollTop}=box,shown=read2();nameAfter(tables,shown),box.replaceChildren(...shown.map(tableOf)),Object.
assign(box,{scrollLeft,scrollTop})}function showPresent(box){let present2=box.querySelector('td[aria-current="true"]');if(!(present2 instanceof
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
stage.save=()=>save(stage,definition);let button=root.querySelector('button[data-say="save_png"]');button!==null&&(button.
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
follow(stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show2=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show2(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show2,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var OWN="";function buildControls({find,words,presets},act){let bar=find(".controls"),transport=makeTransport(words,{name:"\
step",label:words.step,min:1},act),zoom=makeButton("zoom",words.zoom,act.zoom),save2=makeButton("save",words.save_png,act.
save);bar.replaceChildren(makePresets(words,presets,act),makeSize(words,act),transport,zoom,save2)}function makePresets(words,presets,act){
let select=Object.assign(document.createElement("select"),{name:"preset"});select.setAttribute("aria-label",words.preset),
select.add(new Option(words.own,OWN));for(let{key,label}of presets)select.add(new Option(label,key));return select.onchange=
()=>act.preset(select.value),select}function makeSize(words,act){let input=Object.assign(document.createElement("input"),
{type:"number",name:"size",min:8,max:256});input.onchange=()=>act.size(Number(input.value));let label=document.createElement(
"label");return label.append(words.size,input),label}function showControls({find,view,layers,words,presets,playing},said){
let preset=presets.find(({stack,size})=>stack===view.stack&&size===view.size);find("select[name=preset]").value=preset?.
key??OWN,find("input[name=size]").value=view.size,find(".zoom").setAttribute("aria-pressed",String(view.zoom)),showTransport(
find,words,{at:view.step,max:layers.length,said,playing})}var spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room<0)return 0;let count=Math.floor(room/stride)+1;
return ceil&&(count-1)*stride>=size+padding?count-1:count}var BOUNDS={kernel:[1,11],stride:[1,4],padding:[0,5],dilation:[1,4]},NUMBERS=["kernel","stride","padding","dilation"],MOST_LAYERS=24,
SIZES=[8,256],write2=layers=>layers.map(({kind,kernel,stride,padding,dilation})=>`${kind}${kernel}s${stride}p${padding}d${dilation}`).
join("-");function read(text){return text.split("-").map(part2=>{let[,kind,...numbers2]=part2.match(/^([cm])(\d+)s(\d+)p(\d+)d(\d+)$/),
[kernel,stride,padding,dilation]=numbers2.map(Number);return{kind,kernel,stride,padding,dilation}})}function within(name,number){
let[low,high]=BOUNDS[name]??SIZES;return Math.max(low,Math.min(high,Math.round(number)||low))}function grow(layers,size){
let before={field:1,stride:1,size};return layers.map(layer=>{let problem=before.size===null?null:problemOf(layer,before.
size),{kernel,stride,padding,dilation}=layer,stage={before,field:before.field+dilation*(kernel-1)*before.stride,stride:before.
stride*stride,size:before.size===null||problem?null:outputSize(before.size,kernel,stride,padding,dilation),problem};return before=
stage,stage})}function problemOf({kind,kernel,padding,dilation},size){let about={kernel,padding,size,reach:spread(kernel,
dilation),room:size+2*padding,bound:Math.floor(kernel/2)};return kind==="m"&&padding>about.bound?{argument:"padding",...about}:
about.reach>about.room?{argument:"kernel",...about}:null}function ways(layers){let[counts,stride]=[[1n],1];for(let{kernel,
stride:step,dilation}of layers){let apart=dilation*stride,next2=new Array(counts.length+(kernel-1)*apart).fill(0n);for(let tap=0;tap<
kernel;tap+=1)counts.forEach((count,pixel)=>next2[pixel+tap*apart]+=count);[counts,stride]=[next2,stride*step]}return counts}
function startOf(layers,step){return grow(layers,1).slice(step).reduce((sum,{before},index)=>{let{kernel,dilation}=layers[step+
index];return sum+Math.floor((kernel-1)/2)*dilation*before.stride},0)}function digits(number){return number.toString().length<=
15?whole(number):marked(Number(number).toExponential(3)).replace("e+"," × 10^")}var LARGEST_FIELD=1024,GRID_FROM=9,HATCH_FROM=4,GAP2=4288452752,MARK=7;function sceneOf({layers,stages,view}){let field=stages[view.
step-1].field,whole3=view.zoom?field:stages[layers.length-1].field;if(whole3>LARGEST_FIELD)return null;let counts=ways(layers.
slice(0,view.step));return{counts,field,whole:whole3,start:view.zoom?0:startOf(layers,view.step),most:counts.reduce((one,two)=>two>
one?two:one)}}function drawScene(canvas,scene,side,palette,theme){let context=fit(canvas,side,side);context.fillStyle=theme.
ground,context.fillRect(0,0,side,side);let{counts,field,whole:whole3,start}=scene,cell=side/whole3,[at,long]=[start*cell,
field*cell];place(context,canvasOf(shades(scene,palette),field,field),[0,0,field,field],[at,at,long,long]),cell>=HATCH_FROM&&
hatch(context,counts,at,cell),cell>=GRID_FROM&&grid(context,theme.line,at,long,cell)}function shades({counts,field,most},palette){
let share=counts.map(count=>Number(count)/Number(most)),values=new Float64Array(field*field);for(let index=0;index<values.
length;index+=1)values[index]=share[Math.floor(index/field)]*share[index%field];let pixels=paintValues(values,[0,1],palette);
for(let index=0;index<values.length;index+=1)(counts[Math.floor(index/field)]===0n||counts[index%field]===0n)&&(pixels[index]=
GAP2);return pixels}function hatch(context,counts,at,cell){context.strokeStyle="#ffffff",context.lineWidth=1,context.beginPath(),
counts.forEach((down,row)=>counts.forEach((across,column)=>{if(down!==0n&&across!==0n)return;let[left,top]=[at+column*cell,
at+row*cell];context.moveTo(left,top+cell),context.lineTo(left+cell,top)})),context.stroke()}function grid(context,line2,at,long,cell){
context.strokeStyle=line2,context.lineWidth=.5,context.beginPath();for(let place_=at;place_<=at+long+.5;place_+=cell)context.
moveTo(at,place_),context.lineTo(at+long,place_),context.moveTo(place_,at),context.lineTo(place_,at+long);context.stroke()}
function markScene(canvas,{field,whole:whole3,start},side,unit2,accent){let context=fit(canvas,side,side),cell=side/whole3,
edge=(from,long,thick)=>{let size=Math.max(MARK,long),[top,left]=from.map(each=>Math.max(2,Math.min(side-size-2,each)));
frame(context,left,top,Math.min(size,side-4),Math.min(size,side-4),accent,thick)};edge([start*cell,start*cell],field*cell,
2),unit2!==null&&edge(unit2.map(place_=>(start+place_)*cell),cell,1.5)}function pixelUnder({field,whole:whole3,start},side,x,y){
let[row,column]=[y,x].map(each=>Math.floor(each/side*whole3)-start);return row>=0&&column>=0&&row<field&&column<field?[row,
column]:null}var HEADS=["kind",...NUMBERS,"output","seen"];function showTable(stage,act){let{find,layers,words}=stage,table2=find("ta\
ble");for(table2.dataset.words!==words.kind&&buildFrame(stage,act);table2.tBodies.length>layers.length;)table2.tBodies[table2.
tBodies.length-1].remove();for(;table2.tBodies.length<layers.length;)table2.append(makeRow(stage,table2.tBodies.length,act));
layers.forEach((layer,index)=>fillRow(stage,table2.tBodies[index],layer,index));for(let button of find(".more").querySelectorAll(
"button"))allow(button,layers.length!==MOST_LAYERS)}function buildFrame({find,words},act){let table2=find("table");table2.
dataset.words=words.kind,table2.setAttribute("aria-label",words.table);for(let body of[...table2.tBodies])body.remove();
let line2=document.createElement("tr"),head=text=>Object.assign(document.createElement("th"),{textContent:text,scope:"co\
l"});line2.append(made("td",""),...HEADS.map(name=>head(words[name])),made("td","")),find("thead").replaceChildren(line2);
let adds=["c","m"].map(kind=>makeButton(`add_${kind}`,words[`add_${kind}`],()=>act.add(kind)));find(".more").replaceChildren(
...adds)}function makeRow({words},index,act){let body=document.createElement("tbody");body.innerHTML="<tr></tr><tr class\
='problem' hidden><td colspan='9'><span></span></td></tr>";let cell=(...content)=>{let field=document.createElement("td");
return field.append(...content.map(each=>typeof each=="number"?String(each):each)),field},kind=Object.assign(document.createElement(
"select"),{name:"kind"});for(let each of["c","m"])kind.add(new Option(words[`kind_${each}`],each));kind.onchange=()=>act.
change(index,"kind",kind.value);let inputs=NUMBERS.map(name=>{let[min,max]=BOUNDS[name],input=Object.assign(document.createElement(
"input"),{type:"number",name,min:String(min),max:String(max),step:"1"});return input.onchange=()=>act.change(index,name,
Number(input.value)),input}),tools=cell(makeButton("up",put(words.up,{number:index+1}),()=>act.move(index,-1),"↑"),makeButton(
"down",put(words.down,{number:index+1}),()=>act.move(index,1),"↓"),makeButton("remove",put(words.remove,{number:index+
1}),()=>act.remove(index),"✕"));tools.className="tools";let[output,seen]=[document.createElement("b"),document.createElement(
"b")];[output.className,seen.className]=["output","seen"],body.rows[0].append(cell(index+1),cell(kind),...inputs.map(input=>cell(
input)),cell(output),cell(seen),tools),[kind,...inputs].forEach(control=>control.setAttribute("aria-label",put(words.setting,
{number:index+1,setting:words[control.name]})));let isIn=({target},selector)=>target.closest(selector)!==null;return body.
addEventListener("focusin",event=>!isIn(event,"button")&&act.show(index+1)),body.onclick=event=>!isIn(event,"button, sel\
ect, input")&&act.show(index+1),body}function fillRow({stages,layers,view,words},body,layer,index){part(body,"[name=kind\
]").value=layer.kind;for(let name of NUMBERS)part(body,`[name=${name}]`).value=layer[name];let{size,field,problem}=stages[index];
part(body,".output").textContent=size??"–",part(body,".seen").textContent=field,allow(part(body,".up"),index!==0),allow(
part(body,".down"),index!==layers.length-1),allow(part(body,".remove"),layers.length!==1),body.classList.toggle("shown",
view.step===index+1),body.classList.toggle("beyond",index>=view.step),body.rows[1].hidden=problem===null,part(body.rows[1],
"span").textContent=problem===null?"":put(words[`impossible_${problem.argument}`],{number:index+1,...problem})}var PACE=1e3/700,NARROW=700,LARGEST=300,NEW={c:{kernel:3,stride:1,padding:1,dilation:1},m:{kernel:2,stride:2,padding:0,dilation:1}},
stage_default=makeStage({root:".stack",narrow:NARROW,relays:!0,open,take,plays,draw,mark,describe:describe2,aloud,table,
picture});function open(stage){let canvas=stage.find("canvas");Object.assign(stage,{canvas,unit:null}),bindPointer(canvas,
{at:event=>stage.scene?pixelUnder(stage.scene,stage.side,...pointIn(event,canvas)):null,look:(unit2,event)=>event.type===
"pointermove"&&point(stage,unit2),choose:unit2=>point(stage,unit2)}),bindKeys(canvas,{layout:()=>({kind:"cells",rows:stage.
scene?.field??0,columns:stage.scene?.field??0}),at:()=>stage.unit??middleOf(stage),go:unit2=>point(stage,unit2)}),stage.
root.onkeydown=event=>{let pressed=event.composedPath()[0],{play,step}=actions(stage),keys={PageDown:()=>step(1),PageUp:()=>step(
-1)};press({keys:["BUTTON","SELECT","INPUT"].includes(pressed.tagName)?keys:{...keys," ":play}},event)}}function middleOf({
scene}){let middle=Math.floor(((scene?.field??1)-1)/2);return[middle,middle]}function take(stage,anew){anew&&Object.assign(
stage,{unit:null,layers:read(stage.view.stack)}),buildControls(stage,actions(stage)),refresh(stage)}function actions(stage){
return{preset:key=>{let preset=stage.presets.find(each=>each.key===key);preset&&rebuild(stage,read(preset.stack),Number.
POSITIVE_INFINITY,preset.size)},size:size=>rebuild(stage,stage.layers,stage.view.step,within("size",size)),play:stage.player.
toggle,step:by=>showByHand(stage,stage.view.step+by),show:step=>showByHand(stage,step),zoom:()=>settle(stage,{zoom:!stage.
view.zoom}),save:()=>stage.scene&&stage.save()}}function editing(stage){let changed=(index,change)=>stage.layers.map((layer,at)=>at===
index?{...layer,...change}:layer);return{show:step=>step!==stage.view.step&&showByHand(stage,step),change:(index,name,value)=>rebuild(
stage,changed(index,{[name]:name==="kind"?value:within(name,value)}),index+1),add:kind=>rebuild(stage,[...stage.layers,{
kind,...NEW[kind]}],Number.POSITIVE_INFINITY),remove:index=>{rebuild(stage,stage.layers.filter((_,at)=>at!==index),stage.
view.step-(index<stage.view.step?1:0)),part(stage.find("table").tBodies[Math.min(index,stage.layers.length-1)],".remove").
focus()},move:(index,by)=>{let layers=[...stage.layers];[layers[index],layers[index+by]]=[layers[index+by],layers[index]],
rebuild(stage,layers,index+by+1),[...stage.find("table").tBodies[index+by].querySelectorAll(by<0?".up, .down":".down, .u\
p")].find(button=>button.ariaDisabled!=="true")?.focus()}}}function rebuild(stage,layers,step,size=stage.view.size){stage.
layers=layers,stage.unit=null,settle(stage,{stack:write2(layers),size,step:Math.max(1,Math.min(layers.length,step))})}function showByHand(stage,step){
stage.player.stop(),show(stage,step)}function show(stage,step){stage.unit=null,settle(stage,{step:Math.max(1,Math.min(stage.
layers.length,step))})}function settle(stage,change){Object.assign(stage.view,change),refresh(stage),stage.settle()}function refresh(stage){
stage.stages=grow(stage.layers,stage.view.size),stage.scene=sceneOf(stage),showTable(stage,editing(stage)),stage.find("t\
body.shown").scrollIntoView({block:"nearest",inline:"nearest"})}function draw(stage){let{words,view,layers,stages:found,
scene,find}=stage;stage.side=Math.min(LARGEST,breadth(find(".field")));let said=put(words.after,{number:view.step,count:layers.
length,field:digits(found[view.step-1].field)});find("h2").textContent=said,showControls(stage,said),find(".plane").hidden=
find(".legend").hidden=scene===null,writeSteps(stage),scene!==null&&(drawScene(stage.canvas,scene,stage.side,stage.palettes.
sequential,stage.theme),writeLegend(stage))}function writeLegend({find,planes,scene,words}){if(scene===null)return;find(
".bar").style.background=gradient(planes.sequential.values),find(".low").textContent="0",find(".high").textContent=waysIn(
words,scene.most**2n);let gaps=scene.counts.some(count=>count===0n);find(".legend i").hidden=find(".gap").hidden=!gaps,find(
".legend i").style.background="#90989c",find(".gap").textContent=words.gap}function writeSteps({find,words,view,layers,stages:found}){
let layer=layers[view.step-1],{before,field,stride,size,problem}=found[view.step-1],numbers2={...layer,before:digits(before.
field),jump:digits(before.stride),field:digits(field),after:digits(stride)},lines=[put(words.step_field,numbers2),put(words.
step_stride,numbers2)];size!==null?lines.push(put(words.step_size,{...numbers2,size:before.size,output:size})):problem===
null?lines.push(words.step_none):lines.push(put(words[`impossible_${problem.argument}`],{number:view.step,...problem})),
find(".steps").replaceChildren(...lines.map(text=>made("span",text)))}function point(stage,unit2){stage.unit=unit2,stage.
follow()}function mark({find,scene,side,unit:unit2,theme}){scene!==null&&markScene(find("canvas + canvas"),scene,side,unit2,
theme.accent)}var waysIn=(words,count)=>put(counted(words,"ways",Number(count)),{count:digits(count)});function describe2({
scene,unit:unit2,words,canvas,stages:found,view}){if(scene===null)return put(words.too_large,{field:digits(found[view.step-
1].field),most:LARGEST_FIELD});let used=BigInt(scene.counts.filter(count=>count>0n).length),about={used:digits(used*used),
all:digits(BigInt(scene.field)**2n)};if(canvas.setAttribute("aria-label",put(words.picture,{...about,field:digits(scene.
field)})),unit2===null)return put(words.reads,about);let[down,across]=unit2.map(place2=>scene.counts[place2]),numbers2={
row:unit2[0],column:unit2[1],down:digits(down),across:digits(across),ways:waysIn(words,down*across)};return put(down*across===
0n?words.read_gap:words.read,numbers2)}function plays(stage){let last=()=>stage.view.step===stage.layers.length;return{begin:()=>{
let anew=last();return anew&&show(stage,1),anew},advance:steps=>(show(stage,stage.view.step+steps),!last()),pace:()=>PACE,
started:stage.redraw,stopped:()=>stage.settle()}}function aloud({find}){let steps=[...find(".steps").children].map(({textContent})=>textContent).
join("; ");return[find("h2").textContent,steps,find(".readout").textContent]}function table(stage){let{scene,unit:unit2,
shared,words,view,find}=stage;if(scene===null)return[];let shape={rows:scene.field,columns:scene.field},caption=put(words.
table_ways,{after:find("h2").textContent,...view});return[tableOfCells(shared,caption,shape,unit2??middleOf(stage),(row,column)=>digits(
scene.counts[row]*scene.counts[column]))]}function picture({view,words,find}){let figures=figuresIn([find(".plane")]).map(
figure=>({...figure,caption:find("h2").textContent}));return{file:`${words.file}-${view.step}`,title:put(words.title,view),
figures}}export{stage_default as default};
