var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element2,selector)=>element2.
querySelector(selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_CELLS=11;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[start,Math.min(count,
start+most)]}function tableOfCells(words,caption2,{rows,columns},[row,column],read){let[[top,bottom],[left,right]]=[around(
rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole2=bottom-top===rows&&right-left===columns,part2={top,bottom:bottom-
1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),numbers(left,right)];return{caption:caption2,
note:whole2?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??"",{column:at}))],rows:down.map(
at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),at:[row-top,column-left]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+index);var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}
var simple=number=>marked(String(number));function listed(items){let texts=items.map(String);return texts.join(marks.decimal===
","&&texts.some(text=>text.includes(","))?"; ":marks.list)}function limits(low,high,range2){let signed=low<0;if(range2==="symmetric"||range2==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range2!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range2){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";
if(value===0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range2/1e4);return quantum<1e-6||
Math.abs(value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range2){
let text=plain(say(value,range2));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element2){let{top}=element2.getBoundingClientRect();
for(let at=above(element2);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var greys=()=>preparePalette(Uint8Array.from({length:768},
(_,index)=>Math.floor(index/3)));function inkOn(pixel){let[red,green,blue]=[pixel&255,pixel>>8&255,pixel>>16&255];return .299*
red+.587*green+.114*blue>140?"#16171d":"#ffffff"}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane2){
let colours=new Uint32Array(257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane2[index*3],plane2[index*3+
1],plane2[index*3+2]);return colours[256]=colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),
infinite:opaque(...MARKS.infinite)}}function gradient(values){return`linear-gradient(to right, ${Array.from({length:17},
(_,step2)=>{let at=Math.round(step2/16*255)*3;return`rgb(${values[at]} ${values[at+1]} ${values[at+2]})`}).join(", ")})`}
var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}
function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes2,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes2)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=
[0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{
places,width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,
figures);function figuresIn(elements){return[...elements].map(element2=>({canvases:[...element2.querySelectorAll("canvas")],
caption:element2.querySelector("figcaption")?.textContent??""}))}function savePicture(root,fileName,title,figures){let shown=figures.
filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(document.createElement("canvas"));measure2.font=FONT;
let sizes2=shown.map(({canvases:[canvas2],caption:caption2})=>[Math.max(canvas2.clientWidth,measure2.measureText(caption2).
width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes2,WIDEST);measure2.font=`600 ${FONT}`;let wide=Math.max(
width,measure2.measureText(title).width)+2*MARGIN,canvas=document.createElement("canvas");[canvas.width,canvas.height]=[
wide*2,(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);context.scale(2,2),context.fillStyle="#ffffff",context.
fillRect(0,0,canvas.width,canvas.height),context.fillStyle="#16171d",context.font=`600 ${FONT}`,context.textBaseline="to\
p",context.fillText(title,MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=!1,shown.forEach(({canvases,caption:caption2},index)=>{
let[left,top]=[places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.fillText(caption2,left,top);for(let each of canvases)
context.drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement("a");link.href=URL.createObjectURL(
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
after(live,description);let aloud={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("fo\
cusout",()=>describe(aloud)),aloud}function hear(aloud,text){aloud.now=[text].flat().map(sentence),aloud.root.matches(":\
focus-within")||describe(aloud),aloud.said??=aloud.now,clearTimeout(aloud.timer),newsOf(aloud)!==""&&wait2(aloud)}var sentence=text=>text.
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==said?.[at]).
join(" ").trim();function wait2(aloud){aloud.timer=setTimeout(()=>{if(aloud.busy())return wait2(aloud);elsewhere(aloud.root)||
(aloud.live.textContent=newsOf(aloud)),aloud.said=aloud.now},REST2)}function elsewhere(root){let held=document.activeElement?.
shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({description,
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element2 of root.querySelectorAll('[r\
ole="application"]'))element2.setAttribute("aria-roledescription",words.interactive??""),element2.setAttribute("aria-des\
cribedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element2=>[
...element2.childNodes].map(({textContent})=>textContent).join(" ");function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step2=arrow(key);if(step2===null)return null;let[down,across]=[row+step2[0],column+step2[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));let step2=arrow(
key);if(step2===null||layout.kind==="list"&&layout.flat&&step2[0]!==0)return null;let to=at+step2[0]*downwards(layout)+step2[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element2,act){CONTROLS.includes(element2.tagName)||WIDGETS.includes(element2.getAttribute(
"role")??"")||element2.setAttribute("role","application"),element2.onkeydown=event=>press(act,event)}function press({layout,
at,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&layout&&
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}function bindGrip(element2,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element2.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element2.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element2.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element2.onpointerup=
event=>{waiting2!==null&&take2(waiting2),release(event,!0)},element2.onpointercancel=event=>release(event,!1),keepHeld(element2,
()=>held)}function keepHeld(element2,held){Object.assign(element2.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",
webkitTouchCallout:"none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element2.addEventListener(
"touchmove",prevent,{passive:!1}),element2.addEventListener("contextmenu",prevent)}function pointIn(event,element2){let{left,top}=element2.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function cellUnder(event,element2,shape){let[row,column]=cellsTo(event,element2,shape).map(Math.
floor);return row>=0&&column>=0&&row<shape.rows&&column<shape.columns?[row,column]:null}function cellsTo(event,element2,{rows,columns}){let{left,top,width,height}=element2.getBoundingClientRect();return[(event.
clientY-top)/height*rows,(event.clientX-left)/width*columns]}function bindPointer(element2,act){if(act.drags)return bindDrag(
element2,act);element2.onpointermove=event=>{act.look?.(act.at(event),event)},element2.onpointerleave=event=>{act.look?.(
null,event)},element2.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==
null&&act.choose?.(found,event)}function bindDrag(element2,act){let held=!1;bindGrip(element2,{take:event=>(held=act.grab?.(
event)!==!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.pointerType==="mouse"&&act.
look?.(act.at(event),event),release:()=>{held=!1,act.drop?.()}}),element2.onpointerleave=event=>{held||act.look?.(null,event)}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole(unpack(data),data);
return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole({parcels:keys=[],...found},data){let named=keys.
map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.planes);return Object.
assign({},...named,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=data,!(data instanceof
Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.parcels??[]],missing2=keys.
filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(keys.map((key,at)=>[key,
found[at]]))),waits("",""),show(keys))};if(missing2.length===0)return ready(keys.map(atHand));waits("fetching","");let lost=()=>holder.
awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).then(ready,()=>holder.awaited===
data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element2){
let style=getComputedStyle(element2),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.
entries(NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),
...forced,ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4\
f7",line:"#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
frame2),document.removeEventListener("visibilitychange",hide),stage.playing=!1},stop=(ended=!1)=>{stage.playing&&(drop(),
play.stopped(ended))},start=()=>{if(still()){play.stopped(!play.begin()&&!play.advance(1));return}stage.playing=!0,document.
addEventListener("visibilitychange",hide),play.begin(),play.started(),run()},run=()=>{let last=null,owed=0,tick=now=>{let pace=play.
pace();owed+=Math.min(now-(last??now),Math.max(LATE,1e3/pace))*pace/1e3,last=now;let steps=Math.floor(owed+1e-9);owed-=steps,
steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}function speak(root,payload){for(let element2 of[root,...root.querySelectorAll("[data-say], [data-label]")]){let{say:say2,
label}=element2.dataset;say2!==void 0&&(element2.textContent=wordOf(payload,say2)),label!==void 0&&element2.setAttribute(
"aria-label",wordOf(payload,label))}}function wordOf(payload,path){let names=path.includes(".")?path.split(".").filter(Boolean):
["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element2,said){typeof said==
"string"?(element2.textContent!==said||element2.childElementCount>0)&&(element2.textContent=said):element2.replaceChildren(
...said)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button2,box2]=[part(holder,"button"),part(holder,".table\
s")],tables={button:button2,box:box2,read,words:{},timer:0};return button2.onclick=()=>{box2.hidden=!box2.hidden,button2.
setAttribute("aria-expanded",String(!box2.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(
box2)},root.after(holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=
words}function followTables(tables){let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=
setTimeout(()=>{tables.timer=0,hidden?nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST3))}function nameAfter({
button:button2,box:box2,words},[first]){if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,
what:first.caption});for(let element2 of[button2,box2])element2.setAttribute("aria-label",name)}function writeTables(tables){
let{box:box2,read}=tables;if(box2.hidden)return;let{scrollLeft,scrollTop}=box2,shown=read();nameAfter(tables,shown),box2.
replaceChildren(...shown.map(tableOf)),Object.assign(box2,{scrollLeft,scrollTop})}function showPresent(box2){let present2=box2.
querySelector('td[aria-current="true"]');if(!(present2 instanceof HTMLElement))return;let[inner,outer]=[present2.getBoundingClientRect(),
box2.getBoundingClientRect()];box2.scrollLeft+=inner.left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption:caption2,
note="",columns,rows,at=[-1,-1]}){let table2=document.createElement("table"),[title,words]=[document.createElement("capt\
ion"),made("span",caption2)];note&&words.append(" ",made("small",note)),title.append(words);let[head,body]=[document.createElement(
"thead"),document.createElement("tbody")];return head.append(line(columns.map(text=>text===""?made("td",""):header(text,
"col")))),body.append(...rows.map((cells,row)=>line(cells.map((text,place2)=>place2===0?header(text,"row"):made("td",text)),
row===at[0]?at[1]:null))),table2.append(title,head,body),table2}var header=(text,scope)=>Object.assign(made("th",text),{
scope});function line(cells,at=null){let row=document.createElement("tr");return row.append(...cells),at!==null&&(at<0?row:
cells[at+1])?.setAttribute("aria-current","true"),row}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
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
onWhite&&redraw(stage,definition))}function follow(stage,{mark:mark2,describe:describe3,aloud,region=".readout"}){mark2?.(
stage);let said=describe3?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud||said!==null)&&hear(stage.aloud,
aloud?aloud(stage):textOf(stage.find(region))),stage.tables&&followTables(stage.tables)}function soon(stage,definition){
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var MOST_DECIMALS=6,MOST_MORE=10,FIGURES=4;function decimalsOf(numbers2){let largest2=numbers2.reduce((most,number)=>Math.
max(most,Math.abs(number)),0);for(let decimals=0;decimals<=4;decimals+=1)if(numbers2.every(number=>Math.abs(number-Number(
number.toFixed(decimals)))<=1e-9*largest2))return decimals;let needed=FIGURES-1-Math.floor(Math.log10(largest2));return Math.
max(0,Math.min(MOST_DECIMALS,needed))}var scaled=(number,decimals)=>BigInt(Math.round(number*10**decimals));function digits(whole2,decimals){
let text=(whole2<0n?-whole2:whole2).toString().padStart(decimals+1,"0"),point=text.length-decimals,fraction=text.slice(point).
replace(/0+$/,"");return marked((whole2<0n?"−":"")+text.slice(0,point)+(fraction&&`.${fraction}`))}function roundingOf(written,total,size){
let true_=Math.abs(written-total)<=1e-9*size?written:total,text=plain(say(true_,0)),[digits_,exponent="0"]=text.split("e"),
step2=10**(Number(exponent)-(digits_.split(".")[1]??"").length),fits=true_===0?written===0:Math.abs(written-Number(text))<
.4999999*step2;return{rounded:Number(text)===written?null:neat(true_,0),fits}}var numberOf=text=>Number(plain(text));function writeSum(values,weights,bias,total){
let lists=[[...values],[...weights],[bias]],least=lists.map(decimalsOf),size=values.reduce((most,value,index)=>Math.max(
most,Math.abs(value*weights[index])),Math.abs(total));for(let more=0;;more+=1){let written=writtenIn(lists,least.map(decimals=>decimals+
more)),{rounded:rounded2,fits}=roundingOf(numberOf(written.sum),total,size);if(fits||more===MOST_MORE)return{...written,
rounded:rounded2}}}function writtenIn([values,weights,[bias]],[inValues,inWeights,inBias]){let decimals=Math.max(inValues+
inWeights,inBias),up=10n**BigInt(decimals-inValues-inWeights),terms=values.map((value,index)=>{let[one,other]=[scaled(value,
inValues),scaled(weights[index],inWeights)];return{one,other,product:one*other*up}}),added=scaled(bias,inBias)*10n**BigInt(
decimals-inBias);return{terms:terms.map(({one,other,product})=>({value:digits(one,inValues),weight:digits(other,inWeights),
product:digits(product,decimals)})),bias:bias===0?null:digits(scaled(bias,inBias),inBias),sum:digits(terms.reduce((sum,{
product})=>sum+product,added),decimals)}}function addUp(numbers2,total,parts=1){let list2=[...numbers2],least=decimalsOf(
list2),size=list2.reduce((most,number)=>Math.max(most,Math.abs(number)),Math.abs(total));for(let decimals=least;;decimals+=
1){let whole2=list2.map(number=>scaled(number,decimals)),sum=digits(whole2.reduce((one,other)=>one+other,0n),decimals),{
rounded:rounded2,fits}=roundingOf(numberOf(sum)/parts,total/parts,size),pieces2=whole2.map(number=>digits(number,decimals));
if(fits||decimals===least+MOST_MORE)return{decimals,whole:whole2,pieces:pieces2,sum,rounded:rounded2}}}var roundedTo=({rounded:rounded2})=>rounded2===null?"":` ≈ ${rounded2}`,bracketed=number=>number.startsWith("−")?`(${number}\
)`:number;function line2({terms},start=0,end=terms.length){return terms.slice(start,end).map(({value,weight})=>`${bracketed(
value)} × ${bracketed(weight)}`).join(" + ")}function partOf({terms},start,end){let places=text=>(text.split(".")[1]??"").
length,chosen=terms.slice(start,end).map(({product})=>plain(product)),decimals=Math.max(0,...chosen.map(places)),whole2=text=>BigInt(
text.replace(".","")+"0".repeat(decimals-places(text)));return digits(chosen.reduce((sum,text)=>sum+whole2(text),0n),decimals)}var MODES=["zeros","reflect","replicate","circular"],spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room<0)return 0;let count=Math.floor(room/stride)+1;
return ceil&&(count-1)*stride>=size+padding?count-1:count}function taps(position,kernel,stride=1,padding=0,dilation=1){return Array.from({length:kernel},(_,tap)=>position*stride-
padding+tap*dilation)}function reads(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){let counts2=new Array(size+2*padding).
fill(0),count=outputSize(size,kernel,stride,padding,dilation,ceil);for(let position=0;position<count;position+=1)for(let place2 of taps(
position,kernel,stride,padding,dilation))place2+padding<counts2.length&&(counts2[place2+padding]+=1);return counts2}function sourceOf(position,size,mode="\
zeros"){return position>=0&&position<size?position:mode==="reflect"?position<0?-position:2*(size-1)-position:mode==="rep\
licate"?position<0?0:size-1:mode==="circular"?(position+size)%size:-1}function impossible([rows,columns],setting){let{kernel,
stride,padding,dilation,mode="zeros",ceil=!1,pooling=!1}=setting;for(let[axis,size]of[rows,columns].entries()){let problem={
axis,size,kernel:kernel[axis],padding:padding[axis],reach:spread(kernel[axis],dilation[axis])};if(pooling&&padding[axis]>
Math.floor(kernel[axis]/2))return{...problem,argument:"pooling_padding",bound:Math.floor(kernel[axis]/2)};if(mode==="ref\
lect"&&padding[axis]>=size)return{...problem,argument:"reflect_padding",bound:size-1};if(mode==="circular"&&padding[axis]>
size)return{...problem,argument:"circular_padding",bound:size};if(outputSize(size,kernel[axis],stride[axis],padding[axis],
dilation[axis],ceil)===0)return{...problem,argument:"kernel",bound:size+2*padding[axis]}}return null}function plane(rows,columns,fill=()=>0){let values=new Float64Array(rows*columns);for(let index=0;index<values.length;index+=
1)values[index]=fill(Math.floor(index/columns),index%columns);return{values,rows,columns}}function outputShape({rows,columns},{
kernel,stride,padding,dilation,ceil=!1}){return[rows,columns].map((size,axis)=>outputSize(size,kernel[axis],stride[axis],
padding[axis],dilation[axis],ceil))}function valueAt(image,row,column,mode="zeros"){let[from,at]=[sourceOf(row,image.rows,
mode),sourceOf(column,image.columns,mode)];return from<0||at<0?0:image.values[from*image.columns+at]}function windowAt(image,{
kernel,stride,padding,dilation,mode="zeros"},row,column){let rows=taps(row,kernel[0],stride[0],padding[0],dilation[0]),columns=taps(
column,kernel[1],stride[1],padding[1],dilation[1]),values=rows.flatMap(from=>columns.map(at=>valueAt(image,from,at,mode)));
return{rows,columns,values}}function crossCorrelate(image,kernel,setting){let{stride,padding,dilation,mode="zeros",bias=0}=setting,
around2=padded(image,padding,mode),[rows,columns]=outputShape(image,{...setting,kernel:[kernel.rows,kernel.columns]});return plane(
rows,columns,(row,column)=>{let sum=0;for(let tap=0;tap<kernel.values.length;tap+=1){let from=row*stride[0]+Math.floor(tap/
kernel.columns)*dilation[0],at=column*stride[1]+tap%kernel.columns*dilation[1];sum+=around2.values[from*around2.columns+
at]*kernel.values[tap]}return sum+bias})}function padded(image,[above2,beside],mode="zeros"){let at=(row,column)=>valueAt(
image,row-above2,column-beside,mode);return plane(image.rows+2*above2,image.columns+2*beside,at)}function productsAt(image,kernel,setting,row,column){
let window2=windowAt(image,{...setting,kernel:[kernel.rows,kernel.columns]},row,column),products=window2.values.map((value,tap)=>value*
kernel.values[tap]),total=products.reduce((sum,product)=>sum+product,0)+(setting.bias??0);return{...window2,products,total}}
function flipped({values,rows,columns}){return{values:Float64Array.from(values).reverse(),rows,columns}}function pool(image,setting,kind){
let[rows,columns]=outputShape(image,setting),winners=kind==="max"?new Int32Array(rows*columns):null;return{...plane(rows,
columns,(row,column)=>{let window2=poolWindow(image,setting,row,column);return kind==="average"?window2.mean:(winners&&(winners[row*
columns+column]=window2.winner),window2.winner<0?-1/0:image.values[window2.winner])}),winners}}function poolWindow(image,setting,row,column){
let{kernel,stride,padding,dilation,includePadding=!0}=setting,rows=taps(row,kernel[0],stride[0],padding[0],dilation[0]),
columns=taps(column,kernel[1],stride[1],padding[1],dilation[1]),pixels=[];for(let from of rows)for(let at of columns)from>=
0&&at>=0&&from<image.rows&&at<image.columns&&pixels.push(from*image.columns+at);let winner=pixels.reduce((best,pixel)=>best<
0||beats(image.values,pixel,best)?pixel:best,-1),sum=pixels.reduce((total,pixel)=>total+image.values[pixel],0),counted=counts(
rows,image.rows,padding[0],includePadding)*counts(columns,image.columns,padding[1],includePadding);return{rows,columns,pixels,
winner,sum,counted,mean:sum/counted}}var beats=(values,pixel,best)=>!Number.isNaN(values[best])&&(Number.isNaN(values[pixel])||
values[pixel]>values[best]);function counts(positions,size,padding,includePadding){let margin=includePadding?padding:0;return positions.
filter(position=>position>=-margin&&position<size+margin).length}function adaptiveAverage(image,rows,columns){let range2=(index,size,count)=>[Math.floor(index*size/count),Math.ceil((index+
1)*size/count)];return plane(rows,columns,(row,column)=>{let[top,bottom]=range2(row,image.rows,rows),[left,right]=range2(
column,image.columns,columns),sum=0;for(let from=top;from<bottom;from+=1)for(let at=left;at<right;at+=1)sum+=image.values[from*
image.columns+at];return sum/((bottom-top)*(right-left))})}var COLOURS=["grey","red","green","blue"],pairOf=text=>text.split("x").map(Number);function matrixOf(text,most){let lines=text.
split(";").map(line3=>line3.split(",").map(word=>word.trim()===""?NaN:Number(word))),columns=lines[0].length,legal=lines.
length<=most&&columns<=most&&lines.every(line3=>line3.length===columns),values=Float64Array.from(lines.flat());return!legal||
values.some(value=>!(Math.abs(value)<=1e6))?null:{values,rows:lines.length,columns}}function textOf2({values,columns}){let lines=[];
for(let start=0;start<values.length;start+=columns)lines.push([...values.slice(start,start+columns)].join(","));return lines.
join(";")}var planeOf=lines=>({values:Float64Array.from(lines.flat()),rows:lines.length,columns:lines[0].length});function imageOf(stage,view){
if(view.source==="cells")return matrixOf(view.cells,stage.limits.most_cells)??planeOf(stage.matrices.count_4x4);if(view.
source!=="picture")return planeOf(stage.matrices[view.source]);let{values,shape}=stage.planes[`colour_${view.colour}`],small=adaptiveAverage(
{values,rows:shape[0],columns:shape[1]},view.size,view.size);return{...small,values:small.values.map(mean=>Math.floor(mean+
.5+1e-9))}}function kernelOf(stage,view){let typed=view.kernel==="typed"?matrixOf(view.weights,stage.limits.most_taps):null;
return typed!==null?typed:view.kernel==="network"&&stage.planes.kernels?networkKernel(stage.planes.kernels,view):planeOf(
stage.kernel_names[view.kernel]??stage.kernel_names.outline)}function networkKernel({values,shape:[channels,slices,rows,
columns]},{number,colour}){let cells=rows*columns,slice=index=>values.subarray(index*cells,(index+1)*cells),first=slices*
Math.min(number,channels-1),wanted=colour==="grey"||slices===1?[...Array(slices).keys()]:[COLOURS.indexOf(colour)-1];return{
values:Float64Array.from({length:cells},(_,cell)=>wanted.reduce((sum,index)=>sum+slice(first+index)[cell],0)),rows,columns}}
function settingOf(operation,view,kernel){let padding=pairOf(view.padding);if(operation==="convolution"&&kernel){let[stride2,
dilation]=[pairOf(view.stride),pairOf(view.dilation)];return{kernel:[kernel.rows,kernel.columns],stride:stride2,padding,
dilation,mode:view.mode,bias:view.bias}}let window2=pairOf(view.window),stride=view.stride==="window"?window2:pairOf(view.
stride),rest={dilation:[1,1],ceil:view.ceil,includePadding:view.include,pooling:!0};return{kernel:window2,stride,padding,
...rest}}function compute(stage,view){let image=imageOf(stage,view),convolution=stage.operation==="convolution",kernel=convolution?
kernelOf(stage,view):null,sliding=kernel&&view.convolve?flipped(kernel):kernel,setting=settingOf(stage.operation,view,kernel),
found={image,kernel,sliding,setting,problem:impossible([image.rows,image.columns],setting),other:null};if(found.problem!==
null)return found;let output=convolution?crossCorrelate(image,sliding,setting):pool(image,setting,view.pool);return convolution&&
view.convolve&&(found.other=crossCorrelate(image,kernel,setting)),{...found,output,unread:readsOf(image,setting)}}function readsOf({
rows,columns},{kernel,stride,padding,dilation,ceil}){return[rows,columns].map((size,axis)=>reads(size,kernel[axis],stride[axis],
padding[axis],dilation[axis],ceil))}function endsOf(...planes){let[low,high]=[1/0,-1/0];for(let{values}of planes)for(let value of values)
value<low&&(low=value),value>high&&(high=value);return Number.isFinite(low)&&Number.isFinite(high)?[low,high]:[0,0]}function positionAt([
row,column],setting,[rows,columns]){let nearest=(place2,axis,count)=>{let reach=setting.dilation[axis]*(setting.kernel[axis]-
1)+1,position=Math.round((place2-reach/2)/setting.stride[axis]);return Math.max(0,Math.min(count-1,position))};return[nearest(
row,0,rows),nearest(column,1,columns)]}function stepped([row,column],steps,[rows,columns]){let index=row*columns+column+
steps;return index<0||index>=rows*columns?null:[Math.floor(index/columns),index%columns]}function largest({values,columns}){
let best=0;return values.forEach((value,index)=>{(value>values[best]||Number.isNaN(values[best]))&&(best=index)}),[Math.
floor(best/columns),best%columns]}function difference(one,other){let[cells,most]=[0,0];return one.values.forEach((value,index)=>{
let apart=Math.abs(value-other.values[index]),noise=1e-9*Math.max(1,Math.abs(value));apart>noise&&(cells+=1),most=Math.max(
most,apart>noise?apart:0)}),{cells,most}}var KERNEL_CHANGES={sum_one:({values,...size})=>{let sum=values.reduce((total,weight)=>total+
weight,0);return Math.abs(sum)<1e-9?null:{...size,values:values.map(weight=>weight/sum)}},sum_zero:({values,...size})=>{
let mean=values.reduce((total,weight)=>total+weight,0)/values.length;return{...size,values:values.map(weight=>weight-mean)}},
flip:kernel=>flipped(kernel),transpose:({values,rows,columns})=>({values:Float64Array.from(values,(_,index)=>values[index%
rows*columns+Math.floor(index/rows)]),rows:columns,columns:rows})};function resized({values,rows,columns},[high,wide]){let at=(row,column)=>row<
rows&&column<columns?values[row*columns+column]:0;return{values:Float64Array.from({length:high*wide},(_,index)=>at(Math.
floor(index/wide),index%wide)),rows:high,columns:wide}}var range=(low,high)=>Array.from({length:high-low+1},(_,step2)=>String(low+step2));function element(tag,properties={},...children){
let made2=Object.assign(document.createElement(tag),properties);return made2.append(...children),made2}function labelled(words,...controls){
return element("label",{},element("span",{textContent:words}),...controls)}function list(stage,name,options,changed,spoken=stage.
words[name]){let select=element("select",{name});for(let option of options)select.add(new Option(stage.words[`${name}_${option}`]??
option,option));return select.setAttribute("aria-label",spoken),select.onchange=()=>changed(select.value),select}function pairLists(stage,name,low,high){
let lists=["rows","columns"].map(axis=>list(stage,name,range(low,high),()=>stage.changed({[name]:lists.map(({value})=>value).
join("x")}),`${stage.words[name]}, ${stage.words[axis]}`)),group=element("fieldset",{name},element("legend",{textContent:stage.
words[name]}),lists[0],"×",lists[1]);return group.show=view=>pairOf(view[name]==="window"?view.window:view[name]).forEach(
(value,axis)=>lists[axis].value=String(value)),group}function numberField(stage,name,properties,changed){let input=element(
"input",{type:"number",name,step:"any",...properties});return input.onchange=()=>{let number=Number(input.value);input.value.
trim()!==""&&Number.isFinite(number)&&Math.abs(number)<=1e6?changed(number):stage.refuse(stage.words.not_a_number.replace(
"{text}",input.value||"…"),input)},input}function box(stage,name){let input=element("input",{type:"checkbox",name});input.
onchange=()=>stage.changed({[name]:input.checked});let title=stage.words[`${name}_title`]??"",label=element("label",{className:"\
box",title},input,element("span",{textContent:stage.words[name]}));return label.show=view=>input.checked=view[name],label}
function button(stage,name,pressed){let made2=element("button",{type:"button",name,textContent:stage.words[name]});return made2.
onclick=pressed,made2}function choice(stage,name,options,changed=value=>stage.changed({[name]:value})){let select=list(stage,
name,options,changed),label=labelled(stage.words[name],select);return label.show=view=>select.value=String(view[name]),label}
function sizeSlider(stage){let{smallest,largest:largest2}=stage.limits,slider=element("input",{type:"range",name:"size",
min:smallest,max:largest2,step:1}),output=element("output");slider.oninput=()=>stage.changed({size:Number(slider.value)});
let label=labelled(stage.words.size,slider,output);return label.show=view=>{label.hidden=view.source!=="picture",slider.
value=String(view.size),output.textContent=view.size},label}function cellTools(stage){let most=stage.limits.most_cells,lists=[
"rows","columns"].map(axis=>list(stage,`cells_${axis}`,range(1,most),()=>stage.changed({cells:textOf2(resized(imageOf(stage,
stage.view),lists.map(({value})=>Number(value))))}))),paint2=element("input",{type:"checkbox",name:"paint"});paint2.onchange=
()=>stage.setPainting(paint2.checked);let brush=numberField(stage,"brush",{value:9},value=>stage.brush=value),group=element(
"span",{className:"cells"},element("fieldset",{},element("legend",{textContent:stage.words.cells_size}),lists[0],"×",lists[1]),
element("label",{className:"box"},paint2,element("span",{textContent:stage.words.paint})),labelled(stage.words.brush,brush),
button(stage,"clear",()=>stage.changed({cells:textOf2({...imageOf(stage,stage.view),values:new Float64Array(imageOf(stage,
stage.view).values.length)})})));return group.show=view=>{group.hidden=view.source!=="cells";let{rows,columns}=imageOf(stage,
view);[rows,columns].forEach((count,axis)=>lists[axis].value=String(count)),paint2.checked=stage.painting,brush.value=String(
stage.brush)},group}function chooseSource(stage,source){if(source!=="cells"||stage.view.cells)return stage.changed({source});
let image=imageOf(stage,stage.view),most=Math.min(stage.limits.most_cells,8),fits=image.rows<=most&&image.columns<=most;
stage.brush=image.values.reduce((most2,value)=>Math.max(most2,value),-1/0);let small=fits?image:imageOf(stage,{...stage.
view,source:"picture",size:stage.limits.smallest});return stage.changed({source,cells:textOf2(small)})}function kernelChoice(stage){
let kernels=stage.planes.kernels,names=[...Object.keys(stage.kernel_names),...kernels?["network"]:[],"typed"],select=list(
stage,"kernel",names,kernel=>chooseKernel(stage,kernel)),number=numberField(stage,"number",{min:0,max:(kernels?.shape[0]??
1)-1,step:1},value=>stage.changed({number:Math.max(0,Math.min(kernels.shape[0]-1,Math.round(value)))}));number.setAttribute(
"aria-label",stage.words.number);let label=labelled(stage.words.kernel,select,number);return label.show=view=>{select.value=
view.kernel==="network"&&!kernels?"outline":view.kernel,number.hidden=view.kernel!=="network"||!kernels,number.value=String(
view.number)},label}function chooseKernel(stage,kernel){let typed=kernel==="typed"?{weights:textOf2(stage.found.kernel)}:
{};kernel==="typed"&&(stage.editing="kernel"),stage.changed({kernel,...typed})}function buildControls(stage){let made2=JSON.
stringify([stage.words,stage.planes.kernels?.shape,stage.operation]);if(stage.builtFor===made2)return;stage.builtFor=made2;
let{most_stride:stride,most_padding:padding,most_dilation:dilation,most_taps:taps2}=stage.limits,sources=["picture",...Object.
keys(stage.matrices),"cells"],colour=choice(stage,"colour",COLOURS),showColour=colour.show;colour.show=view=>{colour.hidden=
view.source!=="picture",showColour?.(view)};let source=[choice(stage,"source",sources,value=>chooseSource(stage,value)),
sizeSlider(stage),colour,cellTools(stage)],convolution=stage.operation==="convolution",slides=convolution?[pairLists(stage,
"stride",1,stride),pairLists(stage,"padding",0,padding),choice(stage,"mode",MODES),pairLists(stage,"dilation",1,dilation),
biasField(stage)]:[choice(stage,"pool",["max","average"]),pairLists(stage,"window",1,taps2),pairLists(stage,"stride",1,stride),
sameStride(stage),pairLists(stage,"padding",0,padding),box(stage,"ceil"),include(stage)];convolution&&source.push(kernelChoice(
stage),box(stage,"convolve")),stage.find(".controls.source").replaceChildren(...source),stage.find(".controls.operation").
replaceChildren(...slides)}function biasField(stage){let input=numberField(stage,"bias",{},bias=>stage.changed({bias})),
label=labelled(stage.words.bias,input);return label.show=view=>input.value=String(view.bias),label}function sameStride(stage){
let made2=button(stage,"stride_window",()=>stage.changed({stride:"window"}));return made2.show=view=>made2.hidden=view.stride===
"window",made2}function include(stage){let made2=box(stage,"include"),show=made2.show;return made2.show=view=>{made2.hidden=
view.pool!=="average",show?.(view)},made2}function showControls(stage){for(let bar of stage.root.querySelectorAll(".cont\
rols:not(.player)"))for(let control of bar.children)control.show?.(stage.view)}var SMALLEST_WRITTEN=26,[SMALLEST,TALLEST,AROUND]=[200,420,300];function cellSize(rows,columns,width,height,largest2=72){
let cell=Math.min(width/columns,height/rows,largest2);return cell>=3?Math.floor(cell):cell}function brief(value,room){if(!Number.
isFinite(value))return say(value,1);for(let decimals=3;decimals>=0;decimals-=1){let text2=simple(Number(value.toFixed(decimals)));
if(text2.length<=room)return text2}let text=simple(Math.round(value));return text.length<=room?text:""}function sizes(figure,rows,columns,room,largest2){
let[width,tall]=[breadth(figure),Math.max(SMALLEST,Math.min(TALLEST,room-AROUND))],cell=cellSize(rows,columns,width,Math.
min(tall,Math.max(160,width)),largest2);return{cell,width:cell*columns,height:cell*rows}}function contexts(figure,{width,
height}){let[base,marks2]=figure.querySelectorAll("canvas");return[fit(base,width,height),fit(marks2,width,height)]}function writeCells(context,values,pixels,columns,cell,count=values.
length){if(!(cell<SMALLEST_WRITTEN)){context.textAlign="center",context.textBaseline="middle",context.font=`600 ${Math.max(
14,Math.min(20,cell*.36))}px system-ui, sans-serif`;for(let index=0;index<count;index+=1){context.fillStyle=inkOn(pixels[index]);
let text=pixels[index]===0?"":brief(values[index],Math.floor(cell/8.5));context.fillText(text,(index%columns+.5)*cell,(Math.
floor(index/columns)+.5)*cell,cell-2)}}}function legend(figure,[low,high],palette,scope){let bar=Object.assign(document.
createElement("i"),{className:"bar"});bar.style.background=palette,figure.querySelector(".legend")?.replaceChildren(made(
"span",brief(low,6)),bar,made("span",brief(high,6)),made("span",scope))}function drawInput(stage){let{image,setting,unread}=stage.found,figure=stage.find(".input"),[above2,beside]=setting.padding,
whole2=padded(image,setting.padding,setting.mode),size=sizes(figure,whole2.rows,whole2.columns,stage.room),ends=inputEnds(
stage),pixels=paintValues(whole2.values,ends,stage.greys),[context]=contexts(figure,size),{cell}=size;stage.inputCell=cell,
place(context,canvasOf(pixels,whole2.rows,whole2.columns),[0,0,whole2.columns,whole2.rows],[0,0,size.width,size.height]),
veil(context,stage,image,setting,cell),writeCells(context,whole2.values,pixels,whole2.columns,cell),hatch(context,unread,
cell),dotWinners(context,stage,cell),(above2||beside)&&(context.strokeStyle=stage.theme.accent,context.lineWidth=1.5,context.
setLineDash([5,4]),context.strokeRect(beside*cell,above2*cell,image.columns*cell,image.rows*cell),context.setLineDash([])),
legend(figure,ends,"linear-gradient(to right, #000, #fff)","")}function inputEnds({view,found:{image}}){if(view.source===
"picture")return[0,255];let[low,high]=endsOf(image);return[Math.min(0,low),high>low?high:low+1]}function veil(context,stage,image,{
padding:[above2,beside]},cell){let[width,height]=[(image.columns+2*beside)*cell,(image.rows+2*above2)*cell];context.fillStyle=
stage.theme.paper,context.globalAlpha=.5,context.fillRect(0,0,width,above2*cell),context.fillRect(0,height-above2*cell,width,
above2*cell),context.fillRect(0,above2*cell,beside*cell,height-2*above2*cell),context.fillRect(width-beside*cell,above2*
cell,beside*cell,height-2*above2*cell),context.globalAlpha=1}function hatch(context,[rows,columns],cell){context.save(),
context.beginPath(),rows.forEach((count,row)=>count===0&&context.rect(0,row*cell,columns.length*cell,cell)),columns.forEach(
(count,column)=>count===0&&context.rect(column*cell,0,cell,rows.length*cell)),context.clip();let reach=Math.max(rows.length,
columns.length)*cell;for(let[colour,shift]of[["#ffffff",0],["#16171d",2]]){context.strokeStyle=colour,context.lineWidth=
2,context.beginPath();for(let start=-reach;start<reach;start+=8)context.moveTo(start+shift,reach),context.lineTo(start+shift+
reach,0);context.stroke()}context.restore()}function dotWinners(context,stage,cell){let{output,image,setting}=stage.found;
if(!output.winners)return;context.strokeStyle="#ffffff",context.fillStyle=stage.theme.accent;let radius=Math.max(1.5,Math.
min(6,cell*.14)),inset=cell>=SMALLEST_WRITTEN?radius+2:cell/2;for(let winner of output.winners){if(winner<0)continue;let row=Math.
floor(winner/image.columns)+setting.padding[0];context.beginPath(),context.arc((winner%image.columns+setting.padding[1])*
cell+inset,row*cell+inset,radius,0,2*Math.PI),context.stroke(),context.fill()}}function markInput(stage,[row,column],tap){
let{image,setting}=stage.found,figure=stage.find(".input"),cell=stage.inputCell,[above2,beside]=setting.padding,size={width:cell*
(image.columns+2*beside),height:cell*(image.rows+2*above2)},context=fit(figure.querySelector(".marks"),size.width,size.height),
[top,left]=[row*setting.stride[0],column*setting.stride[1]],[high,wide]=setting.kernel.map((taps2,axis)=>setting.dilation[axis]*
(taps2-1)+1),accent=stage.theme.accent;if(setting.dilation.some(gap=>gap>1))for(let at=0;at<setting.kernel[0]*setting.kernel[1];at+=
1)outlineTap(context,stage,[top,left],at,accent,1.5);frame(context,left*cell,top*cell,wide*cell,high*cell,accent,2.5),tap!==
null&&outlineTap(context,stage,[top,left],tap,accent,2.5)}function outlineTap(context,{inputCell:cell,found:{setting}},[
top,left],tap,accent,thick){let row=top+Math.floor(tap/setting.kernel[1])*setting.dilation[0],column=left+tap%setting.kernel[1]*
setting.dilation[1];frame(context,column*cell+1,row*cell+1,Math.max(2,cell-2),Math.max(2,cell-2),accent,thick)}function drawOutput(stage,name,map,count){
let figure=stage.find(`.${name}`),size=sizes(figure,map.rows,map.columns,stage.room),[context]=contexts(figure,size),planes=stage.
found.other?[stage.found.output,stage.found.other]:[stage.found.output],ends=limits(...endsOf(...planes),"auto"),palette=paletteFor(
ends),pixels=paintValues(map.values,ends,stage.palettes[palette],count);place(context,canvasOf(pixels,map.rows,map.columns),
[0,0,map.columns,map.rows],[0,0,size.width,size.height]),context.strokeStyle="rgba(128, 128, 128, 0.55)",context.strokeRect(
0,0,size.width,size.height),writeCells(context,map.values,pixels,map.columns,size.cell,count),stage.outputCell=size.cell,
legend(figure,ends,gradient(stage.planes[palette].values),stage.found.other?stage.words.scope_both:stage.words.scope_map)}
function markOutput(stage,name,[row,column]){let{output}=stage.found,cell=stage.outputCell,context=fit(stage.find(`.${name}\
 .marks`),cell*output.columns,cell*output.rows),size=Math.max(5,cell),inset=(size-cell)/2;frame(context,column*cell-inset,
row*cell-inset,size,size,stage.theme.accent,2)}function buildKernelEditor(stage){let{kernel}=stage.found,table2=numberTable(stage,"weight",kernel,weights=>stage.changed(
{kernel:"typed",weights})),sum=kernel.values.reduce((total,weight)=>total+weight,0),text=stage.words.kernel_sum.replace(
"{sum}",neat(sum,Math.abs(sum))),said=element("p",{className:"kernel-sum",textContent:text}),changes=Object.keys(KERNEL_CHANGES).
map(name=>button(stage,name,()=>changeKernel(stage,name))),tools=element("div",{className:"changes"},...changes);stage.find(
".editor").replaceChildren(...both(stage,table2),kernelSize(stage,kernel),said,tools)}function both(stage,table2){if(!stage.
view.convolve)return[table2];let{words,found:{sliding}}=stage,kernels=[[words.kernel_set,table2],[words.kernel_turned,readTable(
sliding)]];return[element("div",{className:"both"},...kernels.map(([name,each])=>element("div",{},element("p",{textContent:name}),
each)))]}var rounded=number=>Number(number.toPrecision(6));function readTable({values,rows,columns}){let cells=Array.from(
values,value=>element("td",{textContent:simple(rounded(value))})),lines=Array.from({length:rows},(_,row)=>element("tr",{},
...cells.slice(row*columns,(row+1)*columns)));return element("div",{className:"scroller"},element("table",{className:"tu\
rned"},...lines))}function buildCellsEditor(stage){let table2=numberTable(stage,"cell",stage.found.image,cells=>stage.changed(
{cells}));stage.find(".editor").replaceChildren(table2)}function numberTable(stage,name,plane2,changed){let inputs=Array.
from(plane2.values,(number,index)=>{let input=numberField(stage,`${name}_${index}`,{value:rounded(number)},value=>{let values=Float64Array.
from(plane2.values);values[index]=value,changed(textOf2({...plane2,values}))}),at={row:Math.floor(index/plane2.columns),
column:index%plane2.columns};return input.setAttribute("aria-label",put(stage.words[name],at)),input}),table2=element("t\
able",{className:plane2.columns>7?"wide":""});for(let row=0;row<plane2.rows;row+=1){let cells=inputs.slice(row*plane2.columns,
(row+1)*plane2.columns).map(input=>element("td",{},input));table2.append(element("tr",{},...cells))}return element("div",
{className:"scroller"},table2)}function kernelSize(stage,kernel){let lists=["rows","columns"].map(axis=>list(stage,`kern\
el_${axis}`,range(1,stage.limits.most_taps),()=>stage.changed({kernel:"typed",weights:textOf2(resized(kernel,lists.map(({
value})=>Number(value))))})));return[kernel.rows,kernel.columns].forEach((count,axis)=>lists[axis].value=String(count)),
element("fieldset",{},element("legend",{textContent:stage.words.kernel_size}),lists[0],"×",lists[1])}function changeKernel(stage,name){
let changed=KERNEL_CHANGES[name](stage.found.kernel);changed===null?stage.refuse(stage.words.sum_is_zero):stage.changed(
{kernel:"typed",weights:textOf2(changed)})}var SPEEDS=[1,3,10,30,120,600];function plays(stage){return{begin:()=>{let{rows,columns}=stage.found.output,at=stage.view.
row*columns+stage.view.column,fresh=stage.filled===null||at>=rows*columns-1;return stage.filled=fresh?1:at+1,fresh&&moveTo(
stage,[0,0]),fresh},advance:steps=>advance(stage,steps),pace:()=>stage.speed,started:()=>stage.showPlayer(),stopped:ended=>{
ended&&(stage.filled=null),stage.showPlayer(),stage.choose({})}}}function advance(stage,steps){let{rows,columns}=stage.found.
output,at=stage.view.row*columns+stage.view.column,next2=stepped([stage.view.row,stage.view.column],Math.min(steps,rows*
columns-1-at),[rows,columns]);return next2===null||at>=rows*columns-1?!1:(stage.filled=next2[0]*columns+next2[1]+1,moveTo(
stage,next2),!0)}function step(stage,steps){if(stage.found.problem!==null)return;stage.player.stop();let{rows,columns}=stage.
found.output,next2=stage.filled===null&&steps>0&&stage.view.row===rows-1&&stage.view.column===columns-1?[0,0]:stepped([stage.
view.row,stage.view.column],steps,[rows,columns]);next2!==null&&(stage.filled=next2[0]*columns+next2[1]+1,stage.choose({
row:next2[0],column:next2[1]},!0))}function moveTo(stage,[row,column]){stage.view.row=row,stage.view.column=column,stage.
soon()}function buildPlayer(stage){let bar=stage.find(".player"),speed=Object.assign(document.createElement("select"),{name:"\
speed"});speed.setAttribute("aria-label",stage.words.speed);for(let each of SPEEDS)speed.add(new Option(put(stage.words.
windows_a_second,{count:each}),String(each)));speed.value=String(stage.speed),speed.onchange=()=>stage.speed=Number(speed.
value);let toLargest=()=>{let[row,column]=largest(stage.found.output);stage.choose({row,column})};bar.replaceChildren(button(
stage,"first",()=>stage.choose({row:0,column:0})),button(stage,"back",()=>step(stage,-1)),button(stage,"play",stage.player.
toggle),button(stage,"forward",()=>step(stage,1)),speed,button(stage,`to_largest_${stage.operation}`,toLargest),button(stage,
"save_png",stage.save))}function showPlayer(stage){let impossible2=stage.found.problem!==null;for(let control of stage.find(
".player").children)control.disabled=impossible2;let button_=stage.find(".player [name=play]");button_.textContent=stage.
playing?stage.words.pause:stage.words.play,button_.setAttribute("aria-pressed",String(stage.playing))}var MOST_TERMS=9,FIRST_TERMS=3;function sumParts(written,unfolded){let tail=`${written.bias===null?"":` + ${bracketed(written.
bias)}`} = ${written.sum}${roundedTo(written)}`,count=written.terms.length;return count<=MOST_TERMS||unfolded?{before:line2(
written),folded:null,after:tail}:{before:line2(written,0,FIRST_TERMS),folded:{count:count-FIRST_TERMS-1,sum:partOf(written,
FIRST_TERMS,count-1)},after:` + ${line2(written,count-1)}${tail}`}}function writeConvolution(stage,written){let{before,folded,
after}=sumParts(written,stage.unfolded),parts=[before];return folded!==null&&parts.push(" + ",folder(stage,put(stage.words.
folded,folded))),parts.push(after),written.terms.length>MOST_TERMS&&stage.unfolded&&parts.push(" ",folder(stage,stage.words.
fold)),stage.find(".sum").replaceChildren(...parts),written.rounded??written.sum}function folder(stage,words){let made2=document.
createElement("button");return made2.type="button",made2.className="fold",made2.textContent=words,made2.onclick=()=>stage.
fold(),made2}function writePooling(stage,window2){let{image}=stage.found,values=window2.pixels.map(pixel=>image.values[pixel]),
largest2=stage.view.pool==="max",said=largest2?largestOf(stage,window2,values):meanOf(stage,window2,values),others=window2.
counted-values.length;return stage.find(".sum").textContent=!largest2&&others>0?`${said} ${put(stage.words.zeros_count,{
count:others})}`:said,neat(largest2?image.values[window2.winner]:window2.mean,0)}var shortened=numbers2=>numbers2.length>
16?[...numbers2.slice(0,8),"…",...numbers2.slice(-4)]:numbers2;function largestOf({words,found:{image}},{winner},values){
let place2={row:Math.floor(winner/image.columns),column:winner%image.columns},list2=listed(shortened(values.map(value=>neat(
value,0))));return put(words.sum_max,{list:list2,value:neat(image.values[winner],0),...place2})}function meanOf({words},{
sum,counted,mean},values){let written=addUp(values,sum,counted),list2=shortened(written.pieces).join(" + ").replace(/\+ −/g,
"− "),sign=written.rounded===null?"=":"≈";return put(words.sum_average,{list:list2,sum:written.sum,count:counted,sign,
value:neat(mean,0)})}function placeText(stage,[row,column],value){let{setting}=stage.found,[top,left]=[row*setting.stride[0]-
setting.padding[0],column*setting.stride[1]-setting.padding[1]],[bottom,right]=[top+spread(setting.kernel[0],setting.dilation[0])-
1,left+spread(setting.kernel[1],setting.dilation[1])-1],signed=Object.fromEntries(Object.entries({row,column,top,left,bottom,
right}).map(([name,number])=>[name,simple(number)]));return put(stage.words.place,{...signed,value})}function writeFormula(stage){
let{image,setting,output,unread}=stage.found,sentences=[["rows",image.rows,output.rows],["columns",image.columns,output.
columns]].map(([name,size,count],axis)=>{let numbers2={axis:stage.words[name],size,padding:setting.padding[axis],dilation:setting.
dilation[axis],kernel:setting.kernel[axis],stride:setting.stride[axis],count};return put(setting.ceil?stage.words.formula_ceil:
stage.words.formula,numbers2)}),formula=stage.find(".formula");formula.replaceChildren(...sentences.map(text=>Object.assign(
document.createElement("span"),{textContent:text})));let missed=missing(stage,unread,setting);missed&&formula.append(Object.
assign(document.createElement("span"),{className:"missed",textContent:missed}))}function missing({words},unread,setting){
let behind2=unread.map(counts2=>counts2.length-1-counts2.findLastIndex(count=>count>0)),between=unread.map((counts2,axis)=>counts2.
slice(0,counts2.length-behind2[axis]).filter(count=>count===0).length),said=[];if(behind2[0]+behind2[1]>0){let own=behind2.
map((count,axis)=>Math.max(0,count-setting.padding[axis]));said.push(put(words.left_over,{rows:behind2[0],columns:behind2[1],
own_rows:own[0],own_columns:own[1]}))}return between[0]+between[1]>0&&said.push(put(words.skipped,{rows:between[0],columns:between[1]})),
said.join(" ")}function writePixel(stage,pixel){let{image,setting}=stage.found,said=stage.find(".input .legend span:last\
-child");if(pixel===null){said.textContent="";return}let[row,column]=pixel,value=valueAt(image,row,column,setting.mode),
words=row<0||column<0||row>=image.rows||column>=image.columns?stage.words.padding_here:stage.words.pixel;said.textContent=
put(words,{row,column,value:neat(value,Math.abs(value))})}function writeTerm(stage,{terms}){if(stage.tap===null)return;let{
value,weight,product}=terms[stage.tap],factor=weight.startsWith("−")?`(${weight})`:weight;stage.find(".products .legen\
d span:last-child").textContent=`${value} × ${factor} = ${product}`}function problemText(stage){let{problem,setting}=stage.
found;if(problem===null)return"";let axis=stage.words[["rows","columns"][problem.axis]],dilation=setting.dilation[problem.
axis];return put(stage.words[`problem_${problem.argument}`],{...problem,axis,dilation})}function bindPointers(stage){let input=stage.find(".input .plane");bind(stage,input,event=>paints(stage)?paint(stage,event):
onInput(stage,event));for(let name of["output","other"]){let plane2=stage.find(`.${name} .plane`);bind(stage,plane2,event=>cellUnder(
event,plane2.firstElementChild,stage.found.output))}let products=stage.find(".products .plane");bindPointer(products,{at:event=>tapUnder(
stage,event,products),look:tap=>pointTap(stage,tap)})}var paints=({painting,view})=>painting&&view.source==="cells";function bind(stage,plane2,positionOf2){
let isInput=plane2===stage.find(".input .plane"),read=event=>isInput&&writePixel(stage,event.type==="pointerleave"?null:
pixelUnder(stage,event));bindPointer(plane2,{drags:!0,grab:()=>grab(stage),at:event=>stage.found.problem===null?positionOf2(
event):null,look:(position,event)=>{stage.found.problem!==null||stage.playing||((!stage.painting||position===null)&&stage.
hover(position),read(event))},choose:(position,event)=>{chooseAt2(stage,position),event.type==="pointermove"&&read(event)},
drop:()=>{stage.dragging=!1,stage.choose({},!0)}}),bindKeys(plane2,keysOf(stage))}function grab(stage){return stage.found.
problem!==null?!1:(stage.dragging=!0,stage.player.stop(),!0)}function cellsUnder(event,plane2,cell){let[x,y]=pointIn(event,
plane2);return[y/cell,x/cell]}function onInput(stage,event){let{setting,output}=stage.found,place2=cellsUnder(event,stage.
find(".input .plane"),stage.inputCell);return positionAt(place2,setting,[output.rows,output.columns])}function pixelUnder(stage,event){
let{padding}=stage.found.setting;return cellsUnder(event,stage.find(".input .plane"),stage.inputCell).map((at,axis)=>Math.
floor(at)-padding[axis])}function chooseAt2(stage,[row,column]){row===stage.view.row&&column===stage.view.column&&stage.
hovered===null||(Object.assign(stage,{filled:null,hovered:null}),Object.assign(stage.view,{row,column}),stage.soon())}function paint(stage,event){
let image=imageOf(stage,stage.view),[row,column]=pixelUnder(stage,event);if(!stage.dragging||row<0||column<0||row>=image.
rows||column>=image.columns||event.type==="pointermove"&&image.values[row*image.columns+column]===stage.brush)return null;
let values=Float64Array.from(image.values);return values[row*image.columns+column]=stage.brush,stage.changed({cells:textOf2(
{...image,values})}),null}function tapUnder({found},event,products){if(found.problem!==null)return null;let[rows,columns]=found.
setting.kernel,cell=cellUnder(event,products.firstElementChild,{rows,columns});return cell&&cell[0]*columns+cell[1]}function pointTap(stage,tap){
stage.found.problem!==null||tap===stage.tap||(stage.tap=tap,stage.soon())}function keysOf(stage){let possible=act=>()=>stage.
found.problem===null&&act(),toLargest=possible(()=>goTo(stage,largest(stage.found.output)));return{layout:()=>stage.found.
problem===null?{...shapeOf(stage),kind:"cells",corners:!0}:()=>null,at:()=>[stage.view.row,stage.view.column],go:position=>goTo(
stage,position),keys:{m:toLargest,M:toLargest," ":possible(stage.player.toggle)}}}var shapeOf=({found:{output:{rows,columns}}})=>({
rows,columns});function goTo(stage,[row,column]){stage.player.stop(),stage.choose({row,column})}function drawProducts(stage,[row,column],tap){let{image,sliding,setting}=stage.found,pooling=stage.operation==="pooling",
figure=stage.find(".products"),size=sizes(figure,setting.kernel[0],setting.kernel[1],stage.room,96),[context,marks2]=contexts(
figure,size),window2=pooling?pooledWindow(stage,row,column):productsAt(image,sliding,setting,row,column);pooling||(window2.
written=writeSum(window2.values,[...sliding.values],setting.bias??0,window2.total));let ends=productEnds(stage),palette=stage.
palettes[paletteFor(ends)],shown=pooling?window2.values:window2.products,pixels=pooling?paintValues(shown,inputEnds(stage),
stage.greys):paintValues(shown,ends,palette);pooling&&shown.forEach((value,cell)=>Number.isNaN(value)&&(pixels[cell]=0));
let[rows,columns]=setting.kernel;place(context,canvasOf(pixels,rows,columns),[0,0,columns,rows],[0,0,size.width,size.height]),
pooling||size.cell<84?writeCells(context,shown,pixels,columns,size.cell):writeProducts(context,window2.written,pixels,columns,
size.cell),grid(context,rows,columns,size.cell),stage.productCell=size.cell,tap!==null&&frame(marks2,tap%columns*size.cell+
2,Math.floor(tap/columns)*size.cell+2,size.cell-4,size.cell-4,stage.theme.accent,2),pooling&&markWinner(marks2,stage,window2,
size.cell);let scope=pooling?"":stage.words.scope_products;return pooling?legend(figure,inputEnds(stage),"linear-gradien\
t(to right, #000, #fff)",scope):legend(figure,ends,gradient(stage.planes[paletteFor(ends)].values),scope),window2}function productEnds({
found:{image,sliding},operation}){if(operation==="pooling")return[0,1];let[low,high]=endsOf(image),reach=Math.max(Math.abs(
low),Math.abs(high))*sliding.values.reduce((most,weight)=>Math.max(most,Math.abs(weight)),0);return[-reach,reach]}function writeProducts(context,{
terms},pixels,columns,cell){let size=Math.min(20,cell*.23);terms.forEach(({value,weight,product},tap)=>{let[x,y]=[(tap%columns+
.5)*cell,(Math.floor(tap/columns)+.5)*cell];context.fillStyle=inkOn(pixels[tap]),context.textAlign="center",context.textBaseline=
"middle",context.font=`${Math.max(14,size*.78)}px system-ui, sans-serif`,context.fillText(`${value} × ${weight.startsWith(
"−")?`(${weight})`:weight}`,x,y-size*.85,cell-4),context.font=`600 ${Math.max(14,size)}px system-ui, sans-serif`,context.
fillText(product,x,y+size*.6,cell-4)})}function grid(context,rows,columns,cell){context.strokeStyle="rgba(128, 128, 128,\
 0.55)",context.lineWidth=1;for(let row=0;row<=rows;row+=1)context.strokeRect(0,row*cell,columns*cell,0);for(let column=0;column<=
columns;column+=1)context.strokeRect(column*cell,0,0,rows*cell)}function pooledWindow({found:{image,setting},view},row,column){
let window2=poolWindow(image,setting,row,column),zeros=view.pool==="average"&&setting.includePadding,[down,across]=[image.
rows,image.columns].map((size,axis)=>size+setting.padding[axis]),valueAt2=(from,at)=>from>=0&&at>=0&&from<image.rows&&at<
image.columns?image.values[from*image.columns+at]:zeros&&from<down&&at<across?0:NaN;return{...window2,values:window2.rows.
flatMap(from=>window2.columns.map(at=>valueAt2(from,at)))}}function markWinner(context,stage,{rows,columns:places,winner},cell){
if(stage.view.pool!=="max"||winner<0)return;let{image}=stage.found,at=[rows.indexOf(Math.floor(winner/image.columns)),places.
indexOf(winner%image.columns)];frame(context,at[1]*cell+3,at[0]*cell+3,cell-6,cell-6,stage.theme.accent,3)}var stage_default=makeStage({root:".stage",narrow:640,region:".place",relays:!0,open,take,plays,draw,mark,describe:describe2,
table,told,picture});function open(stage){Object.assign(stage,{tap:null,filled:null,speed:SPEEDS[2],greys:greys(),dragging:!1}),
Object.assign(stage,{painting:!1,brush:9,editing:"products",unfolded:!1}),stage.changed=change=>applyChange(stage,change),
stage.choose=(change,keepFilled)=>choose(stage,change,keepFilled),stage.showPlayer=()=>showPlayer(stage),stage.refuse=(words,input)=>refuse(
stage,words,input),stage.fold=()=>{stage.unfolded=!stage.unfolded,stage.follow()},stage.setPainting=on=>{stage.painting=
on,stage.root.classList.toggle("painting",on)},bindPointers(stage)}function take(stage,anew){anew&&(stage.filled=null),buildControls(
stage),buildPlayer(stage),recompute(stage)}function recompute(stage){if(stage.found=compute(stage,stage.view),stage.found.
problem===null){let{rows,columns}=stage.found.output;stage.view.row=Math.max(0,Math.min(rows-1,stage.view.row)),stage.view.
column=Math.max(0,Math.min(columns-1,stage.view.column))}stage.tap=null,stage.hovered=null}function draw(stage){showControls(
stage);let{problem,other}=stage.found,impossible2=problem!==null;if(stage.root.classList.toggle("impossible",impossible2),
stage.root.classList.toggle("two",other!==null),stage.find(".problem").hidden=!impossible2,stage.find(".other").hidden=other===
null||impossible2,stage.find(".agree").hidden=other===null||impossible2,showTabs(stage),showPlayer(stage),impossible2){stage.
find(".problem").textContent=problemText(stage);return}caption(stage),drawInput(stage),writeFormula(stage),other!==null&&
writeAgreement(stage)}function caption(stage){let{image,output,other,setting}=stage.found,{words,view}=stage,size=({rows,
columns})=>({rows,columns}),source=view.source==="picture"?stage.about.picture:words[`source_${view.source}`];stage.find(
".input figcaption").textContent=put(words.input,{source,...size(image)}),stage.find(".products .title").textContent=put(
words.products,{rows:setting.kernel[0],columns:setting.kernel[1]});let main=stage.operation==="pooling"?`output_${view.pool}`:
view.convolve?"output_convolved":"output";stage.find(".output figcaption").textContent=put(words[main],size(output)),other!==
null&&(stage.find(".other figcaption").textContent=put(words.output_other,size(other)));for(let name of["input","output",
"other"]){let caption2=stage.find(`.${name} figcaption`).textContent;stage.find(`.${name} .plane`).setAttribute("aria-la\
bel",[caption2,words.keys].filter(Boolean).join(". "))}}function writeAgreement(stage){let{output,other}=stage.found;if(other===
null)return;let{cells,most}=difference(output,other),text=cells===0?stage.words.agree:stage.words.differ;stage.find(".ag\
ree").textContent=put(text,{cells,all:output.values.length,most:neat(most,most)})}var positionOf=({hovered,view})=>hovered??
[view.row,view.column];function mark(stage){let{found,tap,filled}=stage;if(found.problem!==null)return;let position=positionOf(
stage);stage.held=drawProducts(stage,position,tap),markInput(stage,position,tap);for(let[name,map]of Object.entries({output:found.
output,other:found.other}))map!==null&&(drawOutput(stage,name,map,filled??map.values.length),markOutput(stage,name,position))}
function describe2(stage){if(stage.found.problem!==null)return null;let{held}=stage,value=stage.operation==="pooling"?writePooling(
stage,held):writeConvolution(stage,held.written);return held.written&&writeTerm(stage,held.written),placeText(stage,positionOf(
stage),value)}function table(stage){let{found:{problem,image,output,other,setting},held,shared,find}=stage;if(problem!==
null)return[];let[row,column]=positionOf(stage),corner=[row,column].map((at,axis)=>Math.max(0,at*setting.stride[axis]-setting.
padding[axis])),of=(name,{rows:rows2,columns:columns2,values},cell)=>tableOfCells(shared,find(`.${name} figcaption`).textContent,
{rows:rows2,columns:columns2},cell,(down,across)=>neat(values[down*columns2+across],0)),maps=[of("output",output,[row,column]),
...other===null?[]:[of("other",other,[row,column])]],input=of("input",image,[Math.min(image.rows-1,corner[0]),Math.min(image.
columns-1,corner[1])]);if(!held?.written)return[input,...maps];let[rows,columns]=setting.kernel,products=tableOfCells(shared,
find(".products .title").textContent,{rows,columns},[0,0],(down,across)=>line2(held.written,down*columns+across,down*columns+
across+1));return[input,products,...maps]}function showTabs(stage){let{operation,view,found}=stage,offered=["products",...operation===
"convolution"?["kernel"]:[],...view.source==="cells"?["cells"]:[]],wanted=found.problem!==null&&operation==="convolution"&&
stage.editing==="products"?"kernel":stage.editing,shown=offered.includes(wanted)?wanted:"products",tabs=stage.find(".pro\
ducts .tabs");tabs.hidden=offered.length===1,stage.find(".products .title").hidden=!tabs.hidden;let editing=shown!=="pro\
ducts";stage.root.classList.toggle("editing",editing),stage.find(".products .editor").hidden=!editing;for(let part2 of["\
.plane",".legend"])stage.find(`.products ${part2}`).hidden=editing;tabs.replaceChildren(...offered.map(name=>makeTab(stage,
name,shown))),shown==="kernel"?buildKernelEditor(stage):editing&&buildCellsEditor(stage)}function makeTab(stage,name,shown){
let words=name==="products"?`show_${stage.operation}`:`show_${name}`,tab=button(stage,words,()=>{stage.editing=name,stage.
redraw()});tab.setAttribute("aria-pressed",String(name===shown));let{rows,columns}=stage.found.kernel??stage.found.image;
return tab.textContent=put(stage.words[words],{rows,columns}),tab}function picture({find,found,about}){let names=["input",
"products","output",...found.other?["other"]:[]];return{file:about.file,title:find(".place").textContent,figures:figuresIn(
names.map(name=>find(`.${name}`)))}}function applyChange(stage,change){stage.player.stop(),stage.filled=null,stage.find(
".refused").hidden=!0,Object.assign(stage.view,change),recompute(stage),stage.settle()}function choose(stage,change,keepFilled=!1){
!keepFilled&&!stage.playing&&Object.keys(change).length>0&&(stage.filled=null),stage.hovered=null,Object.assign(stage.view,
change),stage.soon(),stage.tellSoon()}function told({dragging,view}){return dragging?null:{...view}}function refuse(stage,words,input){
let line3=stage.find(".refused");line3.hidden=!1,line3.textContent=words,input&&stage.redraw()}export{stage_default as default};
