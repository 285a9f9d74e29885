var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
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
{passive:!1}),element.addEventListener("contextmenu",prevent)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function bindPointer(element,act){if(act.drags)return bindDrag(element,act);element.onpointermove=event=>{act.look?.(act.
at(event),event)},element.onpointerleave=event=>{act.look?.(null,event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){
let found=act.at(event);found!==null&&act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,
{take:event=>(held=act.grab?.(event)!==!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.
pointerType==="mouse"&&act.look?.(act.at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{
held||act.look?.(null,event)}}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,"\
,"));function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):
text)}var simple=number=>marked(String(number));var counted=(words,name,count)=>words[`${name}.${new Intl.PluralRules(marks.language).select(count)}`]??words[`${name}.o\
ther`];function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step2)=>{let at=Math.round(step2/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
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
document.baseURI),inside2=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.endsWith("/")?[inside2]:[inside2,`${origin}${pathname}\
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
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
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
"string"?(element.textContent!==said||element.childElementCount>0)&&(element.textContent=said):element.replaceChildren(...said)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button,box]=[part(holder,"button"),part(holder,".tables")],
tables={button,box,read,words:{},timer:0};return button.onclick=()=>{box.hidden=!box.hidden,button.setAttribute("aria-ex\
panded",String(!box.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box)},root.after(
holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST3))}function nameAfter({button,box,words},[first]){
if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element of[
button,box])element.setAttribute("aria-label",name)}function writeTables(tables){let{box,read}=tables;if(box.hidden)return;
let{scrollLeft,scrollTop}=box,shown=read();nameAfter(tables,shown),box.replaceChildren(...shown.map(tableOf)),Object.assign(
box,{scrollLeft,scrollTop})}function showPresent(box){let present2=box.querySelector('td[aria-current="true"]');if(!(present2 instanceof
HTMLElement))return;let[inner,outer]=[present2.getBoundingClientRect(),box.getBoundingClientRect()];box.scrollLeft+=inner.
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells2,row)=>line(cells2.
map((text,place3)=>place3===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:null))),table2.append(title,head,body),
table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells2,at=null){let row=document.createElement(
"tr");return row.append(...cells2),at!==null&&(at<0?row:cells2[at+1])?.setAttribute("aria-current","true"),row}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var SETTLE=250;function makeStage(own){let definition=own,{event,relays}=definition;return mountStage(parent=>openStage(
parent,definition),(stage,data,keys)=>receive(stage,data,keys,definition),{event,leave:stage=>{stage.unforesee?.(),globalThis.
removeEventListener?.(MOVED,stage.moved),definition.leave?.(stage)},relays})}function openStage(parentElement,definition){
let root=parentElement.querySelector(definition.root),stage={root,received:null,view:null,hovered:null,timer:0,frame:0,playing:!1};
stage.find=selector=>root.querySelector(selector),stage.redraw=()=>redraw(stage,definition),stage.follow=()=>follow(stage,
definition),stage.soon=()=>soon(stage,definition);let told2=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told2(),rest),stage.settle=(change2={})=>{Object.assign(stage.view,change2),
stage.redraw(),stage.tellSoon()},stage.move=(change2,tells=!0)=>{Object.assign(stage.view,change2),stage.follow(),tells&&
stage.tellSoon()},stage.hover=place3=>{JSON.stringify(place3)!==JSON.stringify(stage.hovered)&&(stage.hovered=place3,stage.
soon())},stage.save=()=>save(stage,definition);let button=root.querySelector('button[data-say="save_png"]');button!==null&&
(button.onclick=stage.save),definition.plays&&(stage.player=makePlayer(stage,definition.plays(stage))),definition.foresees&&
(stage.unforesee=foresee(stage,(key,kind)=>showAhead(stage,key,kind,definition))),definition.open?.(stage);let{table:table2}=definition;
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var RATE=/^(\d{1,6}(?:\.\d{1,12})?)(?:\/(\d{1,6}(?:\.\d{1,12})?))?$/;function rateOf(text){let[,above2,below="1"]=text.match(
RATE)??[];return above2===void 0||Number(below)===0?Number.NaN:Number(above2)/Number(below)}var limitText=(steepest,momentum)=>`${Number(
(1+momentum).toFixed(2))}/${steepest/2}`;function lossAt(weights,{curvature,best}){let away=weights.map((weight,at)=>weight-
best[at]);return .5*away.reduce((sum,part2,at)=>sum+part2*(curvature[at][0]*away[0]+curvature[at][1]*away[1]),0)}function walk(start,{
curvature,best},rate,momentum,updates){let[weights,velocity]=[start,[0,0]],path=[start];for(let update=0;update<updates;update+=
1){let away=weights.map((weight,at)=>weight-best[at]);velocity=velocity.map((speed,at)=>momentum*speed+(curvature[at][0]*
away[0]+curvature[at][1]*away[1])),weights=weights.map((weight,at)=>weight-rate*velocity[at]),path.push(weights)}return path}
function factor(curvature,rate,momentum){if(momentum===0){let plain2=snapped(1-rate*curvature);return{size:Math.abs(plain2),
turns:plain2<0,real:!0}}let middle=(1+momentum-rate*curvature)/2,inner=middle**2-momentum;return inner<0?{size:Math.sqrt(
momentum),turns:!0,real:!1}:{size:snapped(Math.abs(middle)+Math.sqrt(inner)),turns:middle<0,real:!0}}var snapped=multiplier=>Math.
abs(Math.abs(multiplier)-1)<=1e-12?Math.sign(multiplier):multiplier;function parts(start,best,directions){let away=start.
map((weight,at)=>weight-best[at]);return directions.map(({vector})=>away[0]*vector[0]+away[1]*vector[1]).map(part2=>Math.
abs(part2)<=1e-12*Math.hypot(...away)?0:part2)}function outcomeOf(factors2,reached){let moved=factors2.filter(({size,turns},at)=>reached[at]!==
0&&(size!==1||turns));if(moved.length===0)return"still";let largest=Math.max(...moved.map(({size})=>size));return largest>=
1?largest>1?"diverges":"border":moved.some(({turns})=>turns)?"swings":"settles"}var onMap=(weights,{best,bounds:{reach}})=>weights.
every((weight,at)=>Math.abs(weight-best[at])<=reach);function runOf(view,valley){let[rate,start]=[rateOf(view.rate),[view.
first,view.second]],path=walk(start,valley,rate,view.momentum,valley.bounds.updates),factors2=valley.directions.map(({curvature})=>factor(
curvature,rate,view.momentum)),outcome=outcomeOf(factors2,parts(start,valley.best,valley.directions)),gone2=path.findIndex(
weights=>!onMap(weights,valley));return{path,losses:path.map(weights=>lossAt(weights,valley)),factors:factors2,outcome,left:gone2<
0?null:gone2-1}}var SLIDER={min:.001,max:.07,step:.001};function buildControls(stage,act){let{find,words,predictions}=stage,[slide,typed2,
momentum]=["slide","rate","momentum"].map(name=>find(`input[name=${name}]`));Object.assign(slide,{...SLIDER,oninput:()=>act.
rate(String(Number(slide.value)))}),slide.setAttribute("aria-label",words.rate),typed2.setAttribute("aria-label",words.rate_typed),
typed2.onchange=()=>act.rate(typed2.value),Object.assign(momentum,{min:0,max:.99,step:.01,oninput:()=>act.momentum(Number(
momentum.value))}),momentum.setAttribute("aria-label",words.momentum),find(".marks").replaceChildren(makeButton("best","",
()=>act.rate(bestText(stage))),makeButton("limit","",()=>act.rate(limitOf(stage))));let choices=predictions.map(name=>{let button=makeButton(
"prediction",words[`predict_${name}`],()=>act.predict(name));return button.dataset.outcome=name,button});find(".predicti\
ons").replaceChildren(find(".predictions b"),...choices);let transport=makeTransport(words,{name:"updates",label:words.updates,
min:0},act);find(".run").replaceChildren(transport,makeButton("save",words.save_png,stage.save))}var bestText=({directions:[
flat,steep]})=>`1/${(flat.curvature+steep.curvature)/2}`,limitOf=({directions,view})=>limitText(directions[1].curvature,
view.momentum);function showControls(stage,said){let{find,view,words,bounds,playing}=stage,[slide,typed2,momentum]=["sli\
de","rate","momentum"].map(name=>find(`input[name=${name}]`));slide.value=rateOf(view.rate),slide.setAttribute("aria-val\
uetext",marked(view.rate)),stage.problem===""&&(typed2.value=marked(view.rate)),typed2.setAttribute("aria-invalid",String(
stage.problem!=="")),momentum.value=view.momentum,find(".momentum output").textContent=decimal(view.momentum,2),find(".p\
roblem").textContent=stage.problem,showMarks(stage);for(let button of find(".predictions").querySelectorAll("button"))button.
setAttribute("aria-pressed",String(button.dataset.outcome===view.predicted));showTransport(find,words,{at:view.updates,max:bounds.
updates,said,playing})}function showMarks(stage){let{find,view,words}=stage,texts={best:view.momentum===0?bestText(stage):
"",limit:limitOf(stage)};for(let[name,text]of Object.entries(texts)){let[button,mark2]=[find(`.marks .${name}`),find(`i.${name}`)],
rate=rateOf(text);button.hidden=mark2.hidden=text==="",button.textContent=put(words[`to_${name}`],{rate:marked(text)}),button.
setAttribute("aria-pressed",String(rate===rateOf(view.rate))),mark2.style.setProperty("--at",String((rate-SLIDER.min)/(SLIDER.
max-SLIDER.min)))}}var list=(list2,lines)=>list2.replaceChildren(...lines.map(text=>made("li",text)));var FONT2=14,NARROWEST=200,GAP2=8,NAME=18;function plot(canvas,{width:wished,height,margin,theme,across,updates,low=0,high}){let width=Math.max(NARROWEST,wished),
context=fit(canvas,width,height),[left,right,top,bottom]=[margin.left,width-margin.right,margin.top,height-margin.bottom];
return Object.assign(context,{font:`${FONT2}px ${theme.family}`,fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1}),
{context,theme,left,right,top,bottom,width,height,x:update=>left+(across?across(update):update/updates)*(right-left),y:value=>bottom-
(Math.max(low,Math.min(high,value))-low)/(high-low)*(bottom-top)}}function drawGrid({context,theme,left,right,top,bottom,
height,x,y},{lines,marks:marks2,name=""}){Object.assign(context,{fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1,
textAlign:"right",textBaseline:"middle"});for(let[value,said]of lines)stroke(context,[[left,y(value)],[right,y(value)]]),
context.fillText(said,left-GAP2,Math.max(top,FONT2/2,y(value)));Object.assign(context,{textAlign:"center",textBaseline:"\
top"});for(let[update,said]of marks2)context.fillText(said,inside(x(update),context.measureText(said).width,right+GAP2),
bottom+5);name&&context.fillText(name,(left+right)/2,height-NAME)}var inside=(middle,wide,edge)=>Math.min(middle,edge-wide/
2);function drawLine({context,x,y},spots,{colour,wide=2,dash=[]}){let drawn=spots.filter(([,value])=>Number.isFinite(value)).
map(([update,value])=>[x(update),y(value)]);return Object.assign(context,{strokeStyle:colour,lineWidth:wide}),context.setLineDash(
dash),stroke(context,drawn),context.setLineDash([]),drawn.at(-1)??null}function drawDots({context,x,y},spots,{colour,radius=3.5}){
context.fillStyle=colour;for(let[update,value]of spots)Number.isFinite(value)&&(context.beginPath(),context.arc(x(update),
y(value),radius,0,2*Math.PI),context.fill())}function stroke(context,places){context.beginPath();for(let[x,y]of places)context.lineTo(x,y);context.stroke()}var MARGIN2={left:50,right:12,top:8,bottom:42},START=[-4,4],LEAST=-30,ROUND=4,MOST_LINES2=5,PARTS=[0,1/6,2/6,3/6,4/6,5/6,
1],RAISED=[..."⁰¹²³⁴⁵⁶⁷⁸⁹"],powerOf=loss=>loss>0?Math.max(LEAST,Math.log10(loss)):LEAST;function endsOf(losses){
let powers=losses.map(powerOf);return[Math.floor(Math.min(START[0],...powers)/ROUND)*ROUND,Math.ceil(Math.max(START[1],...powers)/
ROUND)*ROUND]}var tenTo=power=>power===0?"1":`10${power<0?"⁻":""}${[...String(Math.abs(power))].map(digit=>RAISED[Number(
digit)]).join("")}`;function drawCurve(stage){let{find,run,view,bounds,side,words,theme}=stage,canvas=find(".curve canva\
s"),losses=run.losses.slice(0,view.updates+1),[low,high]=endsOf(losses),size={width:breadth(find(".curve")),height:Math.
max(150,Math.round(side*.6))},drawing=plot(canvas,{...size,margin:MARGIN2,theme,updates:bounds.updates,low,high});drawGrid(
drawing,{lines:powersIn(low,high),marks:PARTS.map(part2=>markOf(part2*bounds.updates)),name:words.update});let spots=losses.
map((loss,update)=>[update,powerOf(loss)]);drawLine(drawing,spots,{colour:theme.accent}),drawDots(drawing,spots,{colour:theme.
accent,radius:2.5}),drawDots(drawing,spots.slice(-1),{colour:theme.accent,radius:5}),canvas.setAttribute("aria-label",put(
words.curve_alt,{updates:view.updates}))}var markOf=update=>[update,whole(update)];function powersIn(low,high){let step2=ROUND*
Math.ceil((high-low)/ROUND/MOST_LINES2),first=Math.ceil(low/step2)*step2;return Array.from({length:Math.floor((high-first)/
step2)+1},(_,line2)=>[first+line2*step2,tenTo(first+line2*step2)])}var NEAR=.001,told=value=>neat(value,0).replace("e+","e");function apart(value){let text=told(value);return Math.abs(value)===
1||Math.abs(Number(plain(text)))!==1?text:marked(String(Number(value.toFixed(-Math.floor(Math.log10(Math.abs(Math.abs(value)-
1)))))))}function problemOf(text,{words,bounds}){let number=Number.isNaN(rateOf(text))?Number(text):rateOf(text);return text!==
""&&number>bounds.rate?put(words.rate_large,{rate:text,most:told(bounds.rate)}):number<0?put(words.rate_negative,{rate:marked(
text)}):Number.isNaN(rateOf(text))?put(words.rate_none,{rate:text,most:told(bounds.rate)}):""}function standing2({words,
view,run,bounds}){let[first,second]=run.path[view.updates].map(told);return put(words.standing,{update:view.updates,count:bounds.
updates,first,second,loss:told(run.losses[view.updates])})}var gone=({words,view,run})=>run.left===null||view.updates<=run.
left?"":put(words.gone,{update:run.left});function verdict({words,view,run,bounds}){let done=view.updates===bounds.updates,
predicted=view.predicted&&put(words.predicted,{what:words[`predict_${view.predicted}`]});if(!done)return view.predicted?
`${predicted} ${words.play_it}`:words.choose;let became=[words[`became_${run.outcome}`],slow(run)&&put(words.slow,{count:bounds.
updates})].filter(Boolean).join(" ");return view.predicted?`${predicted} ${words[view.predicted===run.outcome?"right":"w\
rong"]} ${became}`:became}var slow=({outcome,losses})=>["settles","swings"].includes(outcome)&&losses[losses.length-1]>NEAR*
losses[0];function factors({words,view,run,directions}){return directions.map(({curvature},at)=>{let about={name:words[at===
0?"flat":"steep"],curvature:told(curvature),rate:marked(view.rate),momentum:told(view.momentum)};if(view.updates===0)return put(
words.factor_open,about);let{size,turns,real}=run.factors[at];if(view.momentum!==0)return put(words[real?turns?"factor_t\
urns":"factor_straight":"factor_round"],{...about,size:apart(size)});let factor2=turns?-size:size,text=apart(factor2);return put(
words.factor,{...about,equals:Math.abs(Number(plain(text))-factor2)<1e-12?"=":"≈",factor:text})})}var place2=({words},weights,loss)=>put(
words.place,{first:told(weights[0]),second:told(weights[1]),loss:told(loss)}),updatesSaid=({words,view})=>put(counted(words,
"made",view.updates),{number:view.updates});var CELLS=100,BANDS=5,MARGIN3={left:44,right:10,top:10,bottom:42},FAR=1e4,HALO="rgb(255 255 255 / 0.9)",INK="#16171d",highest=stage=>Math.
max(...[1,-1].map(sign=>lossAt([stage.best[0]+stage.bounds.reach,stage.best[1]+sign*stage.bounds.reach],stage))),levels=stage=>Array.
from({length:BANDS+1},(_,band)=>highest(stage)*(band/BANDS)**2),unit2=({side,bounds})=>(side-MARGIN3.left-MARGIN3.right)/
(2*bounds.reach);function spot(stage,[first,second]){let{best,bounds}=stage;return[MARGIN3.left+(first-best[0]+bounds.reach)*
unit2(stage),MARGIN3.top+(best[1]+bounds.reach-second)*unit2(stage)]}function weightsAt(stage,x,y){let{best,bounds}=stage,
free=[best[0]-bounds.reach+(x-MARGIN3.left)/unit2(stage),best[1]+bounds.reach-(y-MARGIN3.top)/unit2(stage)],within2=(weight,middle)=>Math.
max(middle-bounds.reach,Math.min(middle+bounds.reach,weight));return free.map((weight,at)=>Math.round(within2(weight,best[at])*
bounds.steps)/bounds.steps)}var heightOf=({side})=>side-MARGIN3.left-MARGIN3.right+MARGIN3.top+MARGIN3.bottom;function drawMap(stage){
let{canvas,side,theme}=stage,context=fit(canvas,side,heightOf(stage)),long=side-MARGIN3.left-MARGIN3.right;place(context,
shaded(stage),[0,0,CELLS,CELLS],[MARGIN3.left,MARGIN3.top,long,long]),within(context,side,()=>{drawLevels(stage,context),
drawDirections(stage,context)}),context.strokeStyle=theme.line,context.strokeRect(MARGIN3.left,MARGIN3.top,long,long),drawAxes(
stage,context)}function within(context,side,act){context.save(),context.beginPath(),context.rect(MARGIN3.left,MARGIN3.top,
side-MARGIN3.left-MARGIN3.right,side-MARGIN3.left-MARGIN3.right),context.clip(),act(),context.restore()}function shaded(stage){
let{best,bounds,palettes}=stage,values=new Float64Array(CELLS*CELLS),step2=2*bounds.reach/CELLS;for(let index=0;index<values.
length;index+=1){let[row,column]=[Math.floor(index/CELLS),index%CELLS];values[index]=Math.sqrt(lossAt([best[0]-bounds.reach+
(column+.5)*step2,best[1]+bounds.reach-(row+.5)*step2],stage))}return canvasOf(paintValues(values,[0,Math.sqrt(highest(stage))],
palettes.sequential),CELLS,CELLS)}function drawLevels(stage,context){let{best,directions:[flat,steep]}=stage,[x,y]=spot(
stage,best);context.lineWidth=1,context.strokeStyle="rgb(255 255 255 / 0.55)";for(let level of levels(stage).slice(1)){let[
along,across]=[flat,steep].map(({curvature})=>Math.sqrt(2*level/curvature)*unit2(stage));context.beginPath(),context.ellipse(
x,y,along,across,Math.atan2(-flat.vector[1],flat.vector[0]),0,2*Math.PI),context.stroke()}}function drawDirections(stage,context){
let{best,bounds,directions}=stage,[x,y]=spot(stage,best);context.setLineDash([5,4]);for(let{vector}of directions){let[across,
up]=vector.map(part2=>part2*bounds.reach*2*unit2(stage));haloed(context,"rgb(22 23 29 / 0.8)",1,()=>{context.beginPath(),
context.moveTo(x-across,y+up),context.lineTo(x+across,y-up),context.stroke()})}context.setLineDash([]),haloed(context,INK,
2,()=>{context.beginPath();for(let sign of[1,-1])context.moveTo(x-6,y-sign*6),context.lineTo(x+6,y+sign*6);context.stroke()})}
function nameDirections(stage,context){let{best,bounds,directions,words,theme}=stage;context.font=`600 14px ${theme.family}`,
directions.forEach(({curvature,vector},at)=>{let sign=Math.sign(vector[0])||1,[left,top]=spot(stage,[best[0]+sign*vector[0]*
bounds.reach*1.06,best[1]+sign*vector[1]*bounds.reach*1.06]);write2(context,`${words[at===0?"flat":"steep"]}, λ = ${told(
curvature)}`,left,top,stage.side-MARGIN3.right)})}function drawAxes(stage,context){let{best,bounds,side,theme,words}=stage;
context.font=`14px ${theme.family}`,context.fillStyle=theme.ink;let end=side-MARGIN3.left+MARGIN3.top-MARGIN3.right,whole3=Array.
from({length:2*Math.floor(bounds.reach)+1},(_,step2)=>step2-Math.floor(bounds.reach));for(let step2 of whole3){let[x,y]=spot(
stage,[best[0]+step2,best[1]+step2]);Object.assign(context,{textAlign:"center",textBaseline:"top"}),context.fillText(simple(
best[0]+step2),x,end+5),Object.assign(context,{textAlign:"right",textBaseline:"middle"}),context.fillText(simple(best[1]+
step2),MARGIN3.left-6,y)}Object.assign(context,{textAlign:"center",textBaseline:"top"});let middle=(end-MARGIN3.top)/2;context.
fillText(words.first,MARGIN3.left+middle,end+23),context.save(),context.translate(2,MARGIN3.top+middle),context.rotate(-Math.
PI/2),context.fillText(words.second,0,0),context.restore()}function drawPath(stage){let{find,side,run,view,theme}=stage,
context=fit(find(".plane canvas + canvas"),side,heightOf(stage)),spots=run.path.slice(0,view.updates+1).map(weights=>spot(
stage,weights).map(each=>Math.max(-FAR,Math.min(FAR,each))));within(context,side,()=>{haloed(context,theme.accent,2,()=>{
context.beginPath();for(let[x,y]of spots)context.lineTo(x,y);context.stroke()}),spots.forEach(([x,y],at)=>{let[ends,last]=[
at===0,at===spots.length-1];dot(context,x,y,ends||last?7:3,last?theme.accent:ends?"#ffffff":theme.accent,theme.accent)}),
nameDirections(stage,context)})}function dot(context,x,y,radius,fill,edge){context.beginPath(),context.arc(x,y,radius,0,
2*Math.PI),context.fillStyle=fill,haloed(context,edge,2,()=>context.stroke()),context.fill()}function haloed(context,colour,thick,stroke2){
for(let[style,width]of[[HALO,thick+2],[colour,thick]])Object.assign(context,{strokeStyle:style,lineWidth:width,lineJoin:"\
round"}),stroke2()}function write2(context,text,x,y,right){Object.assign(context,{textAlign:"center",textBaseline:"middl\
e",strokeStyle:HALO,lineWidth:4,lineJoin:"round",fillStyle:INK});let half=context.measureText(text).width/2+4,middle=Math.
max(MARGIN3.left+half,Math.min(right-half,x));context.strokeText(text,middle,y),context.fillText(text,middle,y)}function writeLegend(stage){
let{find,planes}=stage;find(".legend .bar").style.background=gradient(planes.sequential.values),find(".ticks").replaceChildren(
...levels(stage).map(level=>made("span",told(level))))}var PACE=8,NARROW=640,[SMALLEST,LARGEST]=[240,400],AROUND=175,stage_default=makeStage({root:".valley",narrow:NARROW,relays:!0,
onWhite:!0,open,take,plays,draw,mark,describe:describe2,aloud,table,picture});function open(stage){let canvas=stage.find(
"canvas");Object.assign(stage,{canvas,problem:""}),bindPointer(canvas,{at:event=>weightsAt(stage,...pointIn(event,canvas)),
drags:!0,look:weights=>stage.hover(weights),choose:weights=>startAt(stage,weights)}),bindKeys(canvas,{layout:()=>({kind:"\
cells",rows:cells(stage),columns:cells(stage)}),at:()=>cellOf(stage),go:cell=>startAt(stage,weightsOf(stage,cell)),keys:{
" ":()=>stage.player.toggle(),PageDown:()=>step(stage,1),PageUp:()=>step(stage,-1)}})}var cells=({bounds})=>Math.round(2*
bounds.reach*bounds.steps)+1,cellOf=({view,best,bounds:{reach,steps}})=>[Math.round((best[1]+reach-view.second)*steps),Math.
round((view.first-best[0]+reach)*steps)],weightsOf=({best,bounds:{reach,steps}},[row,column])=>[Math.round((best[0]-reach)*
steps+column)/steps,Math.round((best[1]+reach)*steps-row)/steps];function take(stage){buildControls(stage,actions(stage)),
stage.run=runOf(stage.view,stage)}function actions(stage){return{rate:text=>typed(stage,text.trim().replace(",",".")),momentum:momentum=>change(
stage,{momentum}),predict:outcome=>show(stage,0,{predicted:outcome}),play:stage.player.toggle,step:by=>step(stage,by),show:update=>show(
stage,update)}}function typed(stage,text){stage.problem=problemOf(text,stage),stage.problem===""?change(stage,{rate:text}):
stage.redraw()}function startAt(stage,[first,second]){stage.hovered=null,change(stage,{first,second})}function change(stage,changed){
stage.player.stop(),stage.problem="",Object.assign(stage.view,changed,{predicted:""}),stage.run=runOf(stage.view,stage),
stage.settle()}var step=(stage,by)=>show(stage,stage.view.updates+by);function show(stage,update,also={}){stage.player.stop(),
stage.settle({...also,updates:bounded(stage,update)})}var bounded=({bounds},update)=>Math.max(0,Math.min(bounds.updates,
update));function draw(stage){let{find,room}=stage;stage.side=Math.min(breadth(find(".map")),Math.max(SMALLEST,Math.min(
LARGEST,room-AROUND))),drawMap(stage),writeLegend(stage)}function mark(stage){let{find}=stage;showControls(stage,updatesSaid(
stage)),drawPath(stage),drawCurve(stage),find(".outcome").textContent=verdict(stage),list(find(".factors"),factors(stage)),
stage.canvas.setAttribute("aria-label",put(stage.words.map_alt,{first:told(stage.view.first),second:told(stage.view.second)}))}
function describe2(stage){return stage.hovered?place2(stage,stage.hovered,lossAt(stage.hovered,stage)):[standing2(stage),
gone(stage)].filter(Boolean).join(" ")}function aloud(stage){return[[standing2(stage),gone(stage)].filter(Boolean).join(
" "),verdict(stage),stage.problem]}function plays(stage){let last=()=>stage.view.updates===stage.bounds.updates;return{begin:()=>{
let anew=last();return anew&&stage.move({updates:0},!1),anew},advance:steps=>(stage.move({updates:bounded(stage,stage.view.
updates+steps)},!1),!last()),pace:()=>PACE,started:stage.redraw,stopped:()=>stage.settle()}}function table({shared,words,
view,run}){let columns=[words.update,words.first,words.second,words.loss],line2=update=>[String(update),...run.path[update].
map(told),told(run.losses[update])];return[tableOfLines(shared,words.table,columns,{count:view.updates+1,at:view.updates,
line:line2})]}function picture(stage){let{find,words,view}=stage,figures=figuresIn([find(".map"),find(".curve")]);return figures[0].
caption=words.map_caption,figures[1].caption=words.curve,{file:words.file,title:put(words.title,{rate:view.rate,momentum:told(
view.momentum),updates:view.updates}),figures}}export{stage_default as default};
