var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_CELLS=11,MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/
2)));return[start,Math.min(count,start+most)]}function tableOfCells(words,caption,{rows,columns},[row,column],read){let[
[top,bottom],[left,right]]=[around(rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole3=bottom-top===rows&&right-
left===columns,part2={top,bottom:bottom-1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),
numbers(left,right)];return{caption,note:whole3?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??
"",{column:at}))],rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),at:[row-top,column-
left]}}function tableOfLines(words,caption,columns,{count,at=0,line:line3}){let[first,stop]=around(count,Math.max(0,at),
MOST_LINES),note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,
rows:numbers(first,stop).map(line3),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},
(_,index)=>start+index);function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}var NOT_A_NUMBER=65535,PLUS_INFINITY=65534,MINUS_INFINITY=65533;function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function decode(code,low,step){return code===NOT_A_NUMBER?NaN:code===PLUS_INFINITY?
1/0:code===MINUS_INFINITY?-1/0:low+code*step}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(
value))return value>0?"+∞":"−∞";if(value===0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-
3),range/1e4);return quantum<1e-6||Math.abs(value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(
-Math.log10(quantum)-1e-9)))}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
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
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function cellUnder(event,element,shape2){let[row,column]=cellsTo(event,element,shape2).map(Math.
floor);return row>=0&&column>=0&&row<shape2.rows&&column<shape2.columns?[row,column]:null}function cellsTo(event,element,{rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
clientY-top)/height*rows,(event.clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(
element,act);element.onpointermove=event=>{act.look?.(act.at(event),event)},element.onpointerleave=event=>{act.look?.(null,
event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==null&&
act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,{take:event=>(held=act.grab?.(event)!==
!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.pointerType==="mouse"&&act.look?.(act.
at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{held||act.look?.(null,event)}}function scaleOver(maps){let[low,high]=[1/0,-1/0];for(let values of maps)for(let value of values)value<low&&value>-1/0&&
(low=value),value>high&&value<1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){
let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(brought.map(name=>[
name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(rows,columns);return[
Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}function writeScale(legend,scale,planes){let range=scale[1]-scale[0];part(legend,".low").textContent=say(scale[0],range),
part(legend,".high").textContent=say(scale[1],range),part(legend,".bar").style.background=gradient(planes[paletteFor(scale)].
values)}var withScale=(title,[low,high])=>`${title} (${say(low,high-low)} … ${say(high,high-low)})`;var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
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
/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
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
...element.childNodes].map(({textContent})=>textContent).join(" ");function standing(root,write3){let held=document.activeElement?.shadowRoot?.activeElement;if(write3(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape:shape2,
offset}]of Object.entries(header2.planes)){let count=shape2.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape:shape2}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){
return data instanceof Uint8Array?whole(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}
function behind(data){let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(
data.length-4-length,data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole(
unpack(data),data);return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole({parcels:keys=[],...found},data){
let named=keys.map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.
planes);return Object.assign({},...named,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=
data,!(data instanceof Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.
parcels??[]],missing=keys.filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(
keys.map((key,at)=>[key,found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
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
definition),stage.soon=()=>soon(stage,definition);let told2=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told2(),rest),stage.settle=(change={})=>{Object.assign(stage.view,change),
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
{...view},unhover&&(stage.hovered=null)}function present(stage,anew,{take:take2,drawn:drawn2}){speak(stage.root,stage),take2?.(
stage,anew),stage.redraw(),stage.root.dataset.drawn=String(drawn2?drawn2(stage):stage.received)}function showAhead(stage,key,kind,definition){
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
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function layOut(count,rows,columns,width,height,smallest){let aspect=rows/columns,widest=0;for(let across2=1;across2<=count;across2+=
1){let tileWidth=(width-(across2-1)*3)/across2,tileHeight2=tileWidth*aspect,down2=Math.ceil(count/across2),scaled=down2*
(tileHeight2+3)-3<=height?tileWidth:Math.min(tileWidth,(height-(down2-1)*3)/down2/aspect);widest=Math.max(widest,scaled)}
let tile=Math.max(Math.floor(widest),Math.min(smallest,width)),across=Math.max(1,Math.min(count,Math.floor((width+3)/(tile+
3)))),tileHeight=Math.max(1,Math.round(tile*aspect)),down=Math.ceil(count/across);return{across,down,width:tile,height:tileHeight,
totalHeight:down*(tileHeight+3)-3}}function corner(layout,place2){return[place2%layout.across*(layout.width+3),Math.floor(
place2/layout.across)*(layout.height+3)]}function cellAt(layout,count,rows,columns,x,y){let across=Math.floor(x/(layout.
width+3)),place2=Math.floor(y/(layout.height+3))*layout.across+across;if(x<0||y<0||across>=layout.across||place2>=count)
return null;let[left,top]=corner(layout,place2),row=Math.floor((y-top)/layout.height*rows),column=Math.floor((x-left)/layout.
width*columns);return row<rows&&column<columns?{place:place2,row,column}:null}function digits(whole3,decimals){let text=(whole3<0n?-whole3:whole3).toString().padStart(decimals+1,"0"),point=text.length-
decimals,fraction=text.slice(point).replace(/0+$/,"");return marked((whole3<0n?"−":"")+text.slice(0,point)+(fraction&&
`.${fraction}`))}function litIn({over,groups,item},chosen,channels,map){if(over==="channel")return map.channel===chosen?"all":null;if(over===
"location")return map.channel===chosen?"cell":null;if(map.item!==item)return null;let size=channels/groupsOf({over,groups},
channels);return Math.floor(map.channel/size)===Math.floor(chosen/size)?"all":null}var groupsOf=({over,groups},channels)=>({
layer:1,rms:1,instance:channels})[over]??groups;function valuesOf({over,item,row,column},maps,[rows,columns]){let size=rows*
columns;return over==="channel"?maps:over==="instance"?maps.subarray(item*size,(item+1)*size):over!=="location"?null:Float32Array.
from({length:maps.length/size},(_,index)=>maps[index*size+row*columns+column])}function momentsOf(view,stage,centred=!0){
let[mean,deviation]=centredMomentsOf(view,stage);return centred?[mean,deviation]:[0,Math.hypot(mean,deviation)]}function centredMomentsOf(view,{
planes,divisors,shape:[batch,channels,,columns]}){let{over,item,row,column}=view;if(over==="channel")return[planes.mean_channel.
values[0],planes.deviation_channel.values[0]];let cell2=row*columns+column;if(over==="location")return[planes.mean_location.
values[cell2],planes.deviation_location.values[cell2]];let place2=divisors.indexOf(groupsOf(view,channels))*batch+item;return[
planes.mean_group.values[place2],planes.deviation_group.values[place2]]}function countIn(values,[low,high],bins){let counts=new Array(
bins).fill(0),width=(high-low)/bins;for(let value of values)Number.isFinite(value)&&(counts[width>0?Math.min(bins-1,Math.
floor((value-low)/width)):0]+=1);return counts}var FIGURES=4,MOST_DECIMALS=9;function spell(value,mean,deviation){let largest=Math.
max(Math.abs(value),Math.abs(mean),deviation,1e-30),decimals=Math.max(0,Math.min(MOST_DECIMALS,FIGURES-1-Math.floor(Math.
log10(largest)))),whole3=number=>BigInt(Math.round(number*10**decimals)),away=whole3(value)-whole3(mean),size=away<0n?-away:
away,times=deviation>1e-7*largest?Math.abs(value-mean)/deviation:null;return{value:digits(whole3(value),decimals),mean:digits(
whole3(mean),decimals),sign:away<0n?"−":"+",away:digits(size,decimals),deviation:digits(whole3(deviation),decimals),times:times===
null?null:decimal(times,2)}}function kindOf({kinds,view,shape:shape2}){let groups=groupsOf(view,shape2[1]);return kinds.find(kind=>kind.over===view.
over&&(kind.over!=="group"||kind.groups===groups))??kinds[0]}function makeChoices(stage,choose){let{find,divisors,kinds}=stage,
overs=[...new Set(kinds.map(({over})=>over))],rows=overs.map(over=>makeRow(over)),holder=find(".choices");holder.replaceChildren(
...rows),rows.forEach((row,at)=>{row.onclick=()=>choose({over:overs[at]})}),bindKeys(holder,{layout:()=>({kind:"list",count:overs.
length}),at:()=>overs.indexOf(stage.view.over),go:at=>{choose({over:overs[at]}),rows[at].focus()}});let select=find(".gr\
oups select");select.replaceChildren(...divisors.map(count=>new Option(String(count),String(count)))),select.onchange=()=>choose(
{over:"group",groups:Number(select.value)})}function makeRow(over){let row=document.createElement("button");return row.type=
"button",row.className="choice",row.dataset.over=over,row.setAttribute("role","radio"),row.innerHTML='<span><b></b><smal\
l></small></span><code class="of-first"></code><code class="of-last"></code>',row}function writeChoices(stage){let{find,
view,words}=stage;for(let row of find(".choices").children){let{over}=row.dataset,kind=kindOf({...stage,view:{...view,over}}),
chosen=over===view.over;row.setAttribute("aria-checked",String(chosen)),row.tabIndex=chosen?0:-1;let texts={b:words[`ove\
r_${over}`],small:kind.short,".of-first":kind.axes_first,".of-last":kind.axes_last};for(let[selector,text]of Object.entries(
texts))row.querySelector(selector).textContent=text}find(".groups select").value=String(view.groups),find(".counted").textContent=
kindOf(stage).counted}var MOST_SINGLE=128,[BINS,FEW]=[48,16],[TOP,BOTTOM,EDGE]=[26,22,10];function spreadOf(stage){let{view,maps,shape:[batch,
channels,rows,columns],planes,divisors,limits:limits2}=stage,values=valuesOf(view,maps,[rows,columns]);if(values===null){
let bins=planes.bins_group.shape[2],start=(divisors.indexOf(groupsOf(view,channels))*batch+view.item)*bins;return{counts:[
...planes.bins_group.values.subarray(start,start+bins)],limits:limits2,single:null}}let own=rangeOf(values),few=values.length<=
MOST_SINGLE;return{counts:countIn(values,own,few?FEW:BINS),limits:own,single:few?values:null}}function rangeOf(values){let[
low,high]=[1/0,-1/0];for(let value of values)Number.isFinite(value)&&([low,high]=[Math.min(low,value),Math.max(high,value)]);
return low>high?[0,0]:[low,high]}function drawBars(stage,width,height,[mean,deviation],value){let context=fit(stage.find(
".spread canvas"),width,height),{accent,ink,family}=stage.theme,{counts,limits:limits2,single}=spreadOf(stage),span=limits2[1]-
limits2[0]||Math.max(1e-6,Math.abs(limits2[0])),low=limits2[1]>limits2[0]?limits2[0]:limits2[0]-span/2,x=number=>EDGE+(number-
low)/span*(width-2*EDGE),[floor,most]=[height-BOTTOM,Math.max(1,...counts)];context.fillStyle=ink,shade(context,[x(mean-
deviation),x(mean+deviation)],[EDGE,width-EDGE],floor);let flat=limits2[1]===limits2[0];context.globalAlpha=.55,counts.forEach(
(count,index)=>{let[from,to]=flat?[x(limits2[0])-4,x(limits2[0])+4]:[0,1].map(end=>x(low+(index+end)*span/counts.length)),
tall=(floor-TOP)*count/most;count>0&&context.fillRect(from,floor-Math.max(1.5,tall),Math.max(1,to-from-1),Math.max(1.5,tall))}),
context.globalAlpha=1;for(let each of single??[])line2(context,x(each),floor-9,floor+5,ink,1);line2(context,EDGE,floor,floor,
ink,1,width-EDGE),Number.isFinite(mean)&&line2(context,x(mean),TOP-8,floor,ink,2.5),Number.isFinite(value)&&mark(context,
x(value),floor,accent),write2(context,`14px ${family}`,ink,width,{x,mean,limits:limits2,height,centred:kindOf(stage).centred})}
function shade(context,[from,to],[left,right],floor){context.globalAlpha=.1;let[start,end]=[Math.max(left,from),Math.min(
right,to)];end>start&&context.fillRect(start,TOP-8,end-start,floor-TOP+8),context.globalAlpha=1}function line2(context,x,top,bottom,style,thick,to=x){
context.beginPath(),context.moveTo(x,top),context.lineTo(to,bottom),context.strokeStyle=style,context.lineWidth=thick,context.
stroke()}function mark(context,x,floor,accent){line2(context,x,TOP,floor,"#ffffff",5),line2(context,x,TOP,floor,accent,3),
context.beginPath(),context.arc(x,TOP,5,0,2*Math.PI),context.fillStyle=accent,context.fill()}function write2(context,font,ink,width,{
x,mean,limits:[low,high],height,centred}){context.font=font,context.fillStyle=ink,context.textBaseline="alphabetic";let range=high-
low;if(context.textAlign="left",context.fillText(say(low,range),EDGE-6,height-5),context.textAlign="right",high>low&&context.
fillText(say(high,range),width-EDGE+6,height-5),!Number.isFinite(mean))return;let text=centred?`μ = ${say(mean,range)}`:
say(mean,range),half=context.measureText(text).width/2;context.textAlign="center",context.fillText(text,Math.max(half,Math.
min(width-half,x(mean))),13)}var[SMALLEST_MARK,SMALLEST_TILE,LARGEST_TILE]=[7,34,84];function decoded({codes,low,step}){let size=codes.values.length/
low.values.length;return Float32Array.from(codes.values,(code,index)=>{let item=Math.floor(index/size);return decode(code,
low.values[item],step.values[item])})}function sourcesOf({maps,shape:[batch,,rows,columns],scale,palettes}){let size=rows*
columns;return Array.from({length:batch},(_,item)=>canvasOf(paintValues(maps.subarray(item*size,(item+1)*size),scale,palettes[paletteFor(
scale)]),rows,columns))}function drawLarge(stage,side,accent){let{shape:[,,rows,columns],view,sources,find}=stage,[canvas,
marks2]=find(".large").querySelectorAll("canvas"),size=sizeOf({rows,columns},side);place(fit(canvas,...size),sources[view.
item],[0,0,columns,rows],[0,0,...size]);let context=fit(marks2,...size);view.over!=="location"&&whole2(context,[0,0,...size],
accent),cell(context,[0,0,...size],stage,accent,2.5)}function drawBatch(stage,width,accent){let{shape:[batch,,rows,columns],
view,sources,find}=stage,[canvas,marks2]=find(".batch").querySelectorAll("canvas"),most=Math.min(width,batch*LARGEST_TILE),
layout=layOut(batch,rows,columns,most,LARGEST_TILE*rows/columns,SMALLEST_TILE);stage.layout=layout;let size=[layout.across*
(layout.width+3)-3,layout.totalHeight],[context,over]=[fit(canvas,...size),fit(marks2,...size)];sources.forEach((source,item)=>{
let box=boxOf(layout,item);place(context,source,[0,0,columns,rows],box),view.over==="location"?cell(over,box,stage,accent,
1.5):(view.over==="channel"||item===view.item)&&whole2(over,box,accent)}),cell(over,boxOf(layout,view.item),stage,accent,
view.over==="location"?3:2)}var boxOf=(layout,item)=>[...corner(layout,item),layout.width,layout.height];function whole2(context,[
x,y,width,height],accent){context.strokeStyle=accent,context.lineWidth=3,context.strokeRect(x+1.5,y+1.5,width-3,height-3)}
function cell(context,[x,y,width,height],{shape:[,,rows,columns],view:{row,column}},accent,thick){let[wide,tall]=[Math.max(
SMALLEST_MARK,width/columns),Math.max(SMALLEST_MARK,height/rows)],left=Math.max(1,Math.min(width-1-wide,(column+.5)*width/
columns-wide/2)),top=Math.max(1,Math.min(height-1-tall,(row+.5)*height/rows-tall/2));frame(context,x+left,y+top,wide,tall,
accent,thick)}var START={yaw:-.75,pitch:.55},[MOST_YAW,LEAST_PITCH,MOST_PITCH]=[1.25,-.2,1.1];function turned({yaw,pitch},byYaw,byPitch){
let within=(value,low,high)=>Math.max(low,Math.min(high,value));return{yaw:within(yaw+byYaw,-MOST_YAW,MOST_YAW),pitch:within(
pitch+byPitch,LEAST_PITCH,MOST_PITCH)}}function drawn(count,chosen,most){if(count<=most)return Array.from({length:count},
(_,index)=>index);let even=Array.from({length:most},(_,place2)=>Math.round(place2*(count-1)/(most-1)));if(even.includes(
chosen))return even;let inner=even.slice(1,-1),nearest=inner.reduce((best,each)=>Math.abs(each-chosen)<Math.abs(best-chosen)?
each:best,inner[0]);return even.map(each=>each===nearest?chosen:each)}var OF_A_GROUP=3;function drawnGrouped(count,chosen,most,size){
if(count<=most||size===1||size===count)return drawn(count,chosen,most);let start=chosen-chosen%size,own=drawn(size,chosen-
start,OF_A_GROUP).map(index=>start+index),others=Array.from({length:count-size},(_,index)=>index<start?index:index+size),
around2=drawn(others.length,0,most-own.length).map(index=>others[index]);return[...own,...around2].sort((one,other)=>one-
other)}function project({yaw,pitch},[x,y,z]){let[across,away]=[x*Math.cos(yaw)+z*Math.sin(yaw),z*Math.cos(yaw)-x*Math.sin(
yaw)];return[across,y*Math.cos(pitch)-away*Math.sin(pitch)]}function plates(angles,items,channels,aspect,[width,height],margin){
let step=[aspect+.4,.36],middle=[(items.length*step[0]-.4)/2,.5,(channels.length-1)*step[1]/2],at=(place2,depth,x,y)=>project(
angles,[place2*step[0]+x-middle[0],y-middle[1],depth*step[1]-middle[2]]),found=[];for(let depth=channels.length-1;depth>=
0;depth-=1)items.forEach((item,place2)=>{let[corner2,right,down]=[at(place2,depth,0,0),at(place2,depth,aspect,0),at(place2,
depth,0,1)];found.push({item,channel:channels[depth],corner:corner2,right:minus(right,corner2),down:minus(down,corner2)})});
return fitted(found,[width,height],margin)}var minus=(one,other)=>[one[0]-other[0],one[1]-other[1]];function fitted(found,[
width,height],{top,right,bottom,left}){let points=found.flatMap(plate=>outline(plate)),[xs,ys]=[points.map(([x])=>x),points.
map(([,y])=>y)],[low,high]=[[Math.min(...xs),Math.min(...ys)],[Math.max(...xs),Math.max(...ys)]],scale=Math.min((width-left-
right)/(high[0]-low[0]),(height-top-bottom)/(high[1]-low[1])),rest=[width-left-right-scale*(high[0]-low[0]),height-top-bottom-
scale*(high[1]-low[1])],times=([x,y])=>[x*scale,y*scale];return found.map(plate=>({...plate,corner:[left+rest[0]/2+(plate.
corner[0]-low[0])*scale,top+rest[1]/2+(plate.corner[1]-low[1])*scale],right:times(plate.right),down:times(plate.down)}))}
function pointOn({corner:corner2,right,down},across,along){return[corner2[0]+right[0]*across+down[0]*along,corner2[1]+right[1]*
across+down[1]*along]}function outline(plate,[left,top,right,bottom]=[0,0,1,1]){return[[left,top],[right,top],[right,bottom],
[left,bottom]].map(([across,along])=>pointOn(plate,across,along))}function plateAt(found,x,y){for(let plate of[...found].
reverse()){let[dx,dy]=[x-plate.corner[0],y-plate.corner[1]],area=plate.right[0]*plate.down[1]-plate.right[1]*plate.down[0],
across=(dx*plate.down[1]-dy*plate.down[0])/area,along=(dy*plate.right[0]-dx*plate.right[1])/area;if(across>=0&&across<1&&
along>=0&&along<1)return plate}return null}var[MOST_PICTURES,MOST_CHANNELS,LEAST_CELL]=[4,7,.09],MARGIN2={top:8,right:44,bottom:34,left:44},FONT2="14px ",LINE2=24;
function drawVolume(stage,width,height){let{shape:[batch,channels,rows,columns],view,channel}=stage,canvas=stage.find(".\
space canvas"),items=drawn(batch,view.item,MOST_PICTURES),size=view.over==="group"?channels/groupsOf(view,channels):1,shownChannels=drawnGrouped(
channels,channel,MOST_CHANNELS,size),context=fit(canvas,width,height),aspect=Math.max(.4,Math.min(2.5,columns/rows));stage.
plates=plates(stage.angles,items,shownChannels,aspect,[width,height],MARGIN2);let ink={text:stage.theme.ink,accent:stage.
theme.accent,font:FONT2+stage.theme.family};for(let plate of stage.plates)drawPlate(stage,context,plate,ink);view.over===
"location"&&drawThread(stage,context,ink),drawPoint(stage,context,ink),labels(stage,context,items,shownChannels,ink);let counts={
items:items.length,batch,shown:shownChannels.length,channels,rows,columns};stage.find(".space figcaption").textContent=put(
stage.words.drawn,counts)}function drawPlate(stage,context,plate,{text,accent}){let lit=litIn(stage.view,stage.channel,stage.
shape[1],plate),own=plate.channel===stage.channel;own&&paintMap(context,stage.sources[plate.item],plate,lit==="all"?1:.6),
shape(context,outline(plate)),context.fillStyle=lit==="all"?accent:text,context.globalAlpha=lit==="all"?own?.18:.4:own?0:
.05,context.fill(),context.globalAlpha=lit==="all"?1:.35,stroke(context,lit==="all"?accent:text,lit==="all"?2.5:1),context.
globalAlpha=1,lit==="cell"&&(shape(context,outline(plate,cellOn(stage))),context.fillStyle=accent,context.fill(),stroke(
context,"#ffffff",1.5))}function cellOn({shape:[,,rows,columns],view:{row,column}}){let[wide,tall]=[Math.max(LEAST_CELL,
1/columns),Math.max(LEAST_CELL,1/rows)],left=Math.max(0,Math.min(1-wide,(column+.5)/columns-wide/2)),top=Math.max(0,Math.
min(1-tall,(row+.5)/rows-tall/2));return[left,top,left+wide,top+tall]}function shape(context,points){context.beginPath(),
points.forEach(([x,y],index)=>index?context.lineTo(x,y):context.moveTo(x,y)),context.closePath()}function stroke(context,style,thick){
context.strokeStyle=style,context.lineWidth=thick,context.stroke()}function paintMap(context,source,{corner:corner2,right,
down},opacity){context.save(),context.globalAlpha=opacity,context.imageSmoothingEnabled=!1,context.transform(right[0]/source.
width,right[1]/source.width,down[0]/source.height,down[1]/source.height,...corner2),context.drawImage(source,0,0),context.
restore()}var ownPlates=stage=>stage.plates.filter(plate=>plate.channel===stage.channel);function drawThread(stage,context,{
accent}){let[left,top,right,bottom]=cellOn(stage);context.beginPath(),ownPlates(stage).forEach((plate,index)=>{let point=pointOn(
plate,(left+right)/2,(top+bottom)/2);index?context.lineTo(...point):context.moveTo(...point)}),context.setLineDash([5,4]),
stroke(context,accent,1.5),context.setLineDash([])}function drawPoint(stage,context,{accent}){let plate=ownPlates(stage).
find(({item})=>item===stage.view.item);if(plate===void 0)return;let[left,top,right,bottom]=cellOn(stage);context.beginPath(),
context.arc(...pointOn(plate,(left+right)/2,(top+bottom)/2),5,0,2*Math.PI),context.fillStyle=accent,context.fill(),stroke(
context,"#ffffff",2)}function labels(stage,context,items,channels,{text,font}){let leftwards=stage.angles.yaw<0;context.
font=font,context.fillStyle=text,context.textBaseline="top",context.textAlign=leftwards?"left":"right";for(let plate of stage.
plates.filter(({channel})=>channel===channels[0])){let[x,y]=pointOn(plate,.5,1);context.fillText(plate.item===items[0]?`\
b = ${plate.item}`:String(plate.item),x+(leftwards?6:-6),y+5)}context.textAlign=leftwards?"right":"left";let side=leftwards?
items[0]:items.at(-1),named=new Set([channels[0],channels.at(-1),stage.channel]),last=null;for(let plate of stage.plates.
filter(({item,channel})=>item===side&&named.has(channel)).reverse()){let[x,y]=pointOn(plate,leftwards?0:1,1);last!==null&&
Math.hypot(x-last[0],y-last[1])<LINE2||(context.fillText(plate.channel===channels[0]?`c = ${plate.channel}`:String(plate.
channel),x+(leftwards?-4:4),y),last=[x,y])}}var[NARROW,STEP,TURN]=[640,.12,.01],[BLOCK,SMALL_BLOCK,LARGE,SMALL_LARGE]=[320,150,230,124],[AROUND,CAPTION]=[330,24],stage_default=makeStage(
{root:".block",narrow:NARROW,open,take,draw,describe:describe2,aloud,table,told,picture});function open(stage){stage.angles=
START,bindBlock(stage,stage.find(".space canvas")),bindLarge(stage,stage.find(".large canvas")),bindBatch(stage,stage.find(
".batch canvas"))}function take(stage){stage.maps=decoded(stage.planes),stage.scale=scaleOver([stage.maps]),stage.sources=
sourcesOf(stage),writeScale(stage.find(".legend"),stage.scale,stage.planes),makeChoices(stage,stage.settle)}function draw(stage){
let width=breadth(stage.root);writeChoices(stage),turn(stage),drawLarge(stage,Math.min(sidesOf(stage).large,width),stage.
theme.accent),drawBatch(stage,width,stage.theme.accent)}function sidesOf({root,room}){if(root.classList.contains("narrow"))
return{block:BLOCK,large:LARGE};let shared=room-AROUND;return{block:Math.max(SMALL_BLOCK,Math.min(BLOCK,shared*.6)),large:Math.
max(SMALL_LARGE,Math.min(LARGE,shared*.4))}}function turn(stage){let width=breadth(stage.find(".space"));drawVolume(stage,
width,Math.min(sidesOf(stage).block,Math.round(width*.72)))}function describe2(stage){let{view,shape:[,,rows,columns],words,
captions,maps,find}=stage,value=maps[(view.item*rows+view.row)*columns+view.column],{centred,count}=kindOf(stage),moments=momentsOf(
view,stage,centred);drawBars(stage,breadth(find(".spread")),sidesOf(stage).large-CAPTION,moments,value);let names={...view,
channel:stage.channel,picture:captions.pictures[view.item],rows,columns};find(".large figcaption").textContent=put(words.
large,names),find(".large canvas").setAttribute("aria-label",put(words.large_keys,names)),find(".batch figcaption").textContent=
put(words.batch,{...names,batch:stage.shape[0]});let spread=put(words.spread,{count}),said=relation(words,value,moments,
centred);return find(".spread figcaption").textContent=spread,find(".scope").textContent=words[centred?"scope":"scope_un\
centred"],find(".spread canvas").setAttribute("aria-label",`${spread} ${said}`),`${put(words.place,names)} ${said}`}function aloud({
find}){return[find(".readout").textContent,find(".counted").textContent]}function table(stage){let{view,words,shared,captions,
shape:[,,rows,columns],channel,maps,scale,kinds}=stage,caption=put(words.large,{...view,channel,picture:captions.pictures[view.
item]}),read=(row,column)=>say(maps[(view.item*rows+row)*columns+column],scale[1]-scale[0]),[overs,heads]=[[...new Set(kinds.
map(({over})=>over))],[words.table_way,words.table_means,words.axes_first,words.axes_last]],ways=tableOfLines(shared,words.
choices,heads,{count:overs.length,at:overs.indexOf(view.over),line:at=>{let kind=kindOf({...stage,view:{...view,over:overs[at]}});
return[words[`over_${overs[at]}`],kind.short,kind.axes_first,kind.axes_last]}});return[tableOfCells(shared,caption,{rows,
columns},[view.row,view.column],read),ways]}function relation(words,value,[mean,deviation],centred){if(![value,mean,deviation].
every(Number.isFinite))return words.not_finite;let spelled=spell(value,mean,deviation),key=spelled.times===null?"flat":"\
relation";return put(words[centred?key:`${key}_uncentred`],spelled)}function bindBlock(stage,canvas){let from=null,moved=!1;
bindGrip(canvas,{take:event=>{[from,moved]=[event,!1]},pull:event=>{if(from===null)return;let[across,along]=[event.clientX-
from.clientX,event.clientY-from.clientY];moved||=Math.abs(across)+Math.abs(along)>3,from=event,turnTo(stage,turned(stage.
angles,across*TURN,along*TURN))},release:(event,kept)=>{let plate=moved?null:plateAt(stage.plates,...pointIn(event,canvas));
from=null,plate!==null&&kept&&stage.settle({item:plate.item})}}),bindKeys(canvas,{layout:()=>key=>({ArrowLeft:[-STEP,0],
ArrowRight:[STEP,0],ArrowUp:[0,-STEP],ArrowDown:[0,STEP]})[key]??null,at:()=>[0,0],go:by=>turnTo(stage,turned(stage.angles,
...by)),keys:{Home:()=>turnTo(stage,START)}})}function turnTo(stage,angles){stage.angles=angles,turn(stage)}function bindLarge(stage,canvas){
let size=()=>({rows:stage.shape[2],columns:stage.shape[3]}),point=cell2=>{cell2&&(cell2[0]!==stage.view.row||cell2[1]!==
stage.view.column)&&stage.settle({row:cell2[0],column:cell2[1]})};bindPointer(canvas,{at:event=>cellUnder(event,canvas,size()),
look:point,choose:point}),bindKeys(canvas,{layout:()=>({kind:"cells",...size()}),at:()=>[stage.view.row,stage.view.column],
go:([row,column])=>stage.settle({row,column})})}function bindBatch(stage,canvas){canvas.onclick=event=>{let[batch,,rows,
columns]=stage.shape,found=cellAt(stage.layout,batch,rows,columns,...pointIn(event,canvas));found!==null&&stage.settle({
item:found.place,row:found.row,column:found.column})},bindKeys(canvas,{layout:()=>({kind:"tiles",count:stage.shape[0],across:stage.
layout.across}),at:()=>stage.view.item,go:item=>stage.settle({item})})}function told({view,serial}){return{...view,serial}}
function picture({captions,scale,find}){let figures=figuresIn(["space","large","spread","batch"].map(name=>find(`.${name}`)));
return{file:captions.file,title:withScale(`${captions.title}: ${find(".counted").textContent}`,scale),figures}}export{stage_default as default};
