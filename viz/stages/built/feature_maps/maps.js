var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−");var whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,","));function decimal(number,places){let text=number.
toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}var counted=(words,name,count)=>words[`${name}.${new Intl.PluralRules(marks.language).select(count)}`]??words[`${name}.o\
ther`];var NOT_A_NUMBER=65535,PLUS_INFINITY=65534,MINUS_INFINITY=65533,HIGHEST_LEVEL=65532;function limits(low,high,range){let signed=low<
0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.abs(low),Math.abs(high));return[-reach,reach]}
return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([low]){return low<0?"diverging":"sequential"}
function decode(code,low,step){return code===NOT_A_NUMBER?NaN:code===PLUS_INFINITY?1/0:code===MINUS_INFINITY?-1/0:low+code*
step}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";
if(value===0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||
Math.abs(value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintCodes(codes,start,count,low,step,[
bottom,top],palette,pixels,at){let span=top-bottom,slope=span>0?255*step/span:0,base=span>0?255*(low-bottom)/span:127.5,
off=0;for(let index=0;index<count;index+=1){let code=codes[start+index],colour;if(code>HIGHEST_LEVEL)colour=code===NOT_A_NUMBER?
palette.nan:palette.infinite,off+=1;else{let level=base+code*slope;level<-.5||level>255.5?(colour=palette.clipped,off+=1):
colour=palette.colours[level+.5|0]}pixels[at+index]=colour}return off}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step)=>{let at=Math.round(step/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({
values,shape:[rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=
opaque(values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.
width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=px(width),canvas.style.
height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,
height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,context.
imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function cellUnder(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);
return row>=0&&column>=0&&row<shape.rows&&column<shape.columns?[row,column]:null}function cellsTo(event,element,{rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
clientY-top)/height*rows,(event.clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(
element,act);element.onpointermove=event=>{act.look?.(act.at(event),event)},element.onpointerleave=event=>{act.look?.(null,
event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==null&&
act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,{take:event=>(held=act.grab?.(event)!==
!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.pointerType==="mouse"&&act.look?.(act.
at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{held||act.look?.(null,event)}}var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
key)?0:Math.max(0,expected.until-performance.now())}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST2=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"hear\
d"});live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.
after(live,description);let aloud={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("fo\
cusout",()=>describe(aloud)),aloud}function hear(aloud,text){aloud.now=[text].flat().map(sentence),aloud.root.matches(":\
focus-within")||describe(aloud),aloud.said??=aloud.now,clearTimeout(aloud.timer),newsOf(aloud)!==""&&wait2(aloud)}var sentence=text=>text.
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==said?.[at]).
join(" ").trim();function wait2(aloud){aloud.timer=setTimeout(()=>{if(aloud.busy())return wait2(aloud);elsewhere(aloud.root)||
(aloud.live.textContent=newsOf(aloud)),aloud.said=aloud.now},REST2)}function elsewhere(root){let held=document.activeElement?.
shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({description,
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll('[ro\
le="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-descri\
bedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element=>[
...element.childNodes].map(({textContent})=>textContent).join(" ");function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}var MOST_CELLS=11,MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/
2)));return[start,Math.min(count,start+most)]}function tableOfCells(words,caption,{rows,columns},[row,column],read){let[
[top,bottom],[left,right]]=[around(rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole3=bottom-top===rows&&right-
left===columns,part2={top,bottom:bottom-1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),
numbers(left,right)];return{caption,note:whole3?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??
"",{column:at}))],rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),at:[row-top,column-
left]}}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),
MOST_LINES),note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,
rows:numbers(first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},
(_,index)=>start+index);function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
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
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}var handPicture=(root,{file,title,figures:figures2})=>savePicture(root,`${file}.png`,title,
figures2);function savePicture(root,fileName,title,figures2){let shown=figures2.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
document.createElement("canvas"));measure2.font=FONT;let sizes=shown.map(({canvases:[canvas2],caption})=>[Math.max(canvas2.
clientWidth,measure2.measureText(caption).width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes,WIDEST);measure2.
font=`600 ${FONT}`;let wide=Math.max(width,measure2.measureText(title).width)+2*MARGIN,canvas=document.createElement("ca\
nvas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);context.scale(2,
2),context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,canvas.height),context.fillStyle="#16171d",context.font=
`600 ${FONT}`,context.textBaseline="top",context.fillText(title,MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=
!1,shown.forEach(({canvases,caption},index)=>{let[left,top]=[places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.
fillText(caption,left,top);for(let each of canvases)context.drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),
canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement("a");link.href=URL.createObjectURL(
blob),link.download=fileName,root.append(link),link.click(),link.remove(),setTimeout(()=>URL.revokeObjectURL(link.href),
1e3)}function speak(root,payload){for(let element of[root,...root.querySelectorAll("[data-say], [data-label]")]){let{say:say2,
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
follow(stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave:leave2=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave2(stage),stage.watcher.disconnect(),stages.
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
width*columns);return row<rows&&column<columns?{place:place2,row,column}:null}function arrange(statistics,count,order,withoutDead){
let channels=Array.from({length:count},(_,channel)=>channel),column={strongest:1,mean:2,spread:3,zeros:4}[order],kept=withoutDead?
channels.filter(channel=>statistics[channel*5+4]<1):channels;if(column===void 0)return kept;let value=channel=>{let found=statistics[channel*
5+column];return Number.isNaN(found)?-1/0:found};return kept.sort((one,other)=>value(other)-value(one)||one-other)}function boxAt({rows,columns},[row,column]){let box={top:rows[0][row],bottom:rows[1][row],left:columns[0][column],right:columns[1][column]};
return box.bottom>box.top&&box.right>box.left?box:null}var MINIMUM=0,MAXIMUM=1,[SMALLEST,LARGEST,BELOW]=[130,190,320],BESIDE=66,FIGURES=5;function preparePlanes(stage){let{palettes}=stage,
pictures=stage.pictures.map((_,index)=>pictureCanvas(stage.planes[`picture${index}`])),[low,high]=rangeOver(stage,Array.
from({length:stage.layer.shape[0]},(_,channel)=>channel));return{palettes,pictures,low,high,sheet:pictures[0],key:null,off:0}}
function rangeOver(stage,channels){let[low,high]=[1/0,-1/0];return stage.pictures.forEach((_,index)=>{let{values}=stage.
planes[`statistics${index}`];for(let channel of channels)low=Math.min(low,values[channel*FIGURES+MINIMUM]),high=Math.max(
high,values[channel*FIGURES+MAXIMUM])}),Number.isFinite(low)&&Number.isFinite(high)?[low,high]:[0,0]}function scaleOf(stage,channel){
let[low,high]=stage.view.scope==="map"?rangeOver(stage,[channel]):[stage.paint.low,stage.paint.high];return limits(low,high,
stage.view.range)}function paletteOf(stage,scale){return stage.paint.palettes[paletteFor(scale)]}function paintMap(stage,picture,channel,pixels,at){
let[,rows,columns]=stage.layer.shape,size=rows*columns,scale=scaleOf(stage,channel),{[`codes${picture}`]:codes,[`low${picture}`]:low,
[`step${picture}`]:step}=stage.planes;return paintCodes(codes.values,channel*size,size,low.values[channel],step.values[channel],
scale,paletteOf(stage,scale),pixels,at)}function sizeUp(stage){let{root,find}=stage;root.classList.toggle("narrow",breadth(
root)<620);let narrow=root.classList.contains("narrow"),[,rows,columns]=stage.layer.shape,scroller=find(".scroller"),height=narrow?
360:Math.max(340,stage.room-BESIDE);scroller.style.maxHeight=px(height),stage.sheetWidth=breadth(scroller)||scroller.getBoundingClientRect().
width/perUnit();let smallest=narrow?30:26;stage.layout=layOut(Math.max(1,stage.order.length),rows,columns,stage.sheetWidth,
height,smallest);let{across,width:tileWidth,height:tileHeight}=stage.layout;Object.assign(find(".sheet").dataset,{across,
tileWidth,tileHeight});let pair=breadth(find(".pair")),most=narrow?LARGEST:Math.max(SMALLEST,Math.min(LARGEST,(stage.room-
BELOW)/stage.pictures.length));stage.figure=Math.floor(Math.min((pair-12)/2,most))}function drawSheet(stage){let[,rows,columns]=stage.
layer.shape,{layout,order,find,words}=stage,source=paintSheet(stage),context=fit(find(".sheet .maps"),stage.sheetWidth,layout.
totalHeight);find(".sheet").style.height=px(layout.totalHeight),order.forEach((channel,at)=>{place(context,source,[0,channel*
rows,columns,rows],[...corner(layout,at),layout.width,layout.height])}),nameTiles(stage,context);let empty=order.length===
0;find(".count").textContent=empty?words.all_silent:words.count.replace("{shown}",String(order.length))}function paintSheet(stage){
let key=`${stage.view.scope} ${stage.view.range}`;if(stage.paint.key===key)return stage.paint.sheet;let[channels,rows,columns]=stage.
layer.shape,pixels=new Uint32Array(channels*rows*columns),off=0;for(let channel=0;channel<channels;channel+=1)off+=paintMap(
stage,0,channel,pixels,channel*rows*columns);return Object.assign(stage.paint,{key,off,sheet:canvasOf(pixels,channels*rows,
columns)}),stage.paint.sheet}function nameTiles(stage,context){let{layout,order,layer}=stage;layout.width<44||layout.height<
30||(context.font="600 14px system-ui, sans-serif",context.textBaseline="top",order.forEach((channel,at)=>{let[x,y]=corner(
layout,at),name=layer.labels?.[channel]??String(channel),width=Math.min(context.measureText(name).width+6,layout.width);
context.fillStyle="rgba(255, 255, 255, 0.82)",context.fillRect(x,y,width,17),context.fillStyle="#16171d",context.fillText(
name,x+3,y+2,layout.width-6)}))}function drawPair(stage,unit2){let pair=stage.find(".pair");for(stage.pictures.forEach((picture,index)=>{
let[left,right]=figures(stage,pair,index);part(left,"figcaption").textContent=picture.label,part(right,"figcaption").textContent=
stage.words.map.replace("{channel}",nameOf(stage,unit2.channel)),drawPicture(stage,left,index,unit2),drawEnlarged(stage,
right,index,unit2)});pair.children.length>stage.pictures.length*2;)pair.lastElementChild?.remove()}function nameOf(stage,channel){
let label=stage.layer.labels?.[channel];return label===void 0?String(channel):`${channel} (${label})`}function figures(stage,pair,index){
if(pair.children.length<index*2+2){let figure='<figcaption></figcaption><div class="plane"><canvas role="img"></canvas><\
canvas></canvas></div>';for(let className of["seen","enlarged"])pair.append(Object.assign(document.createElement("figure"),
{className,innerHTML:figure}));bindMap(stage,part(pair.children[index*2+1],"canvas"))}return[pair.children[index*2],pair.
children[index*2+1]]}function bindMap(stage,canvas){let shape=()=>({rows:stage.layer.shape[1],columns:stage.layer.shape[2]});
canvas.tabIndex=0,bindPointer(canvas,{at:event=>{let cell=cellUnder(event,canvas,shape());return cell&&{channel:stage.view.
channel,row:cell[0],column:cell[1]}},look:stage.point,choose:stage.choose}),bindKeys(canvas,{layout:()=>({kind:"cells",...shape()}),
at:()=>[stage.view.row,stage.view.column],go:([row,column])=>stage.choose({row,column})})}function shrinkTo(size,rows,columns){
let longest=Math.max(rows,columns);return[size*columns/longest,size*rows/longest]}var boxOf=({field},unit2)=>field?.rows&&
field.columns?boxAt({rows:field.rows,columns:field.columns},[unit2.row,unit2.column]):null;function drawPicture(stage,figure,index,unit2){
let source=stage.paint.pictures[index],[width,height]=shrinkTo(stage.figure,source.height,source.width),[canvas,marks2]=figure.
querySelectorAll("canvas");place(fit(canvas,width,height),source,[0,0,source.width,source.height],[0,0,width,height]),canvas.
setAttribute("aria-label",stage.pictures[index].label);let context=fit(marks2,width,height),box=boxOf(stage,unit2);if(box===
null)return;let scale=width/source.width,inset=(value,limit)=>Math.max(2,Math.min(limit-2,value)),[left,right]=[inset(box.
left*scale,width),inset(box.right*scale,width)],[top,bottom]=[inset(box.top*scale,height),inset(box.bottom*scale,height)];
frame(context,left,top,right-left,bottom-top,stage.theme.accent,2.5)}function drawEnlarged(stage,figure,index,unit2){let[
,rows,columns]=stage.layer.shape,pixels=new Uint32Array(rows*columns);paintMap(stage,index,unit2.channel,pixels,0);let[width,
height]=shrinkTo(stage.figure,rows,columns),[canvas,marks2]=figure.querySelectorAll("canvas");place(fit(canvas,width,height),
canvasOf(pixels,rows,columns),[0,0,columns,rows],[0,0,width,height]),canvas.setAttribute("aria-label",stage.words.map.replace(
"{channel}",nameOf(stage,unit2.channel)));let[wide,tall]=[Math.max(5,width/columns),Math.max(5,height/rows)];frame(fit(marks2,
width,height),unit2.column*width/columns,unit2.row*height/rows,wide,tall,stage.theme.accent,2)}function writeLegend(stage,channel){
let scale=scaleOf(stage,channel),bar=stage.find(".legend .bar");bar.style.background=gradient(stage.planes[paletteFor(scale)].
values);let zero=scale[0]<0&&scale[1]>0?-scale[0]/(scale[1]-scale[0])*100:null;bar.innerHTML=zero===null?"":`<i style="l\
eft: ${zero}%"></i>`;let range=scale[1]-scale[0];stage.find(".legend .low").textContent=say(scale[0],range),stage.find("\
.legend .high").textContent=say(scale[1],range);let scope=stage.find(".scope"),shared=stage.pictures.length>1?stage.words.
scope_shared:stage.words[`legend_${stage.view.scope}`];scope.textContent=shared,stage.paint.off>0&&scope.append(swatch(MARKS.
below),stage.words.off_scale.replace("{cells}",String(stage.paint.off)));let[low,high]=rangeOver(stage,[channel]),[,rows,
columns]=stage.layer.shape;low===high&&rows*columns>1&&scope.append(` ${stage.words.constant.replace("{value}",say(low,range))}`)}
function swatch(colour){let mark2=document.createElement("b");return mark2.style.background=`rgb(${colour.join(" ")})`,mark2}
function valueAt(stage,index,{channel,row,column}){let[,rows,columns]=stage.layer.shape,code=stage.planes[`codes${index}`].
values[(channel*rows+row)*columns+column],{[`low${index}`]:low,[`step${index}`]:step}=stage.planes;return decode(code,low.
values[channel],step.values[channel])}function describe2(stage){let unit2=stage.hovered??stage.view,range=stage.paint.high-
stage.paint.low,values=stage.pictures.map((_,index)=>say(valueAt(stage,index,unit2),range)),place2={channel:nameOf(stage,
unit2.channel),row:unit2.row,column:unit2.column},text=put(stage.words.readout,{...place2,value:values.join(" | ")}),box=boxOf(
stage,unit2),covered=document.createElement("small");return covered.textContent=box===null?stage.field?.reason??"":put(stage.
words.covers,{...box,last_row:box.bottom-1,last_column:box.right-1}),[text,covered]}var BINS=32,FIGURES2=["minimum","maximum","mean","deviation","zeros"];function writeNumbers(stage,channel){let row=cells=>{
let line2=document.createElement("tr");return line2.append(...cells),line2},head=row(FIGURES2.map(name=>made("th",stage.
words[name]))),lines=stage.pictures.map((_,index)=>row(figuresOf(stage,index,channel).map(text=>made("td",text))));stage.
find(".numbers").replaceChildren(head,...lines)}function figuresOf({planes,paint},index,channel){let{values}=planes[`sta\
tistics${index}`];return FIGURES2.map((name,at)=>{let value=values[channel*FIGURES2.length+at];return name==="zeros"?`${decimal(
100*value,1)} %`:say(value,paint.high-paint.low)})}function table(stage){let{hovered,view,shared,words,order,paint,pictures,
layer}=stage,{channel,row,column}=hovered??view,[,rows,columns]=layer.shape,of=(label,caption)=>pictures.length>1?`${caption}\
: ${label}`:caption;return pictures.flatMap(({label},index)=>[tableOfCells(shared,of(label,put(words.map,{channel:nameOf(
stage,channel)})),{rows,columns},[row,column],(down,across)=>say(valueAt(stage,index,{channel,row:down,column:across}),paint.
high-paint.low)),tableOfLines(shared,of(label,words.figures),[words.channel,...FIGURES2.map(name=>words[name])],{count:order.
length,at:order.indexOf(channel),line:place2=>[nameOf(stage,order[place2]),...figuresOf(stage,index,order[place2])]})])}
function countBins(codes,start,count,low,step,[bottom,top],bins=BINS){let counts=new Array(bins).fill(0),width=(top-bottom)/
bins||1;for(let index=start;index<start+count;index+=1){if(codes[index]>HIGHEST_LEVEL)continue;let bin=Math.floor((low+codes[index]*
step-bottom)/width);counts[Math.max(0,Math.min(bins-1,bin))]+=1}return counts}function drawHistogram(stage,channel){let figure=stage.
find(".histogram"),width=breadth(figure),height=64,[,rows,columns]=stage.layer.shape,scale=scaleOf(stage,channel),size=rows*
columns,{codes0,low0,step0}=stage.planes,ends=scale[0]===scale[1]?[scale[0]-.5,scale[1]+.5]:scale,counts=countBins(codes0.
values,channel*size,size,low0.values[channel],step0.values[channel],ends),most=Math.max(...counts,1),context=fit(figure.
querySelector("canvas"),width,height),style=getComputedStyle(stage.root);context.fillStyle=style.getPropertyValue("--st-\
text-color"),counts.forEach((number,bin)=>{let tall=number===0?0:Math.max(1.5,number/most*(height-4));context.fillRect(bin*
width/BINS,height-tall-1,width/BINS-1,tall)}),context.globalAlpha=.4,context.fillRect(0,height-1,width,1),context.globalAlpha=
1;let label=put(counted(stage.words,"histogram",size),{most:whole(most),count:whole(size)});figure.querySelector("figcap\
tion").textContent=label}function drawKernel(stage,channel){let figure=stage.find(".kernel"),kernels=stage.planes.kernels;
if(figure.hidden=kernels===void 0,kernels===void 0)return;let[,,rows,columns]=kernels.shape,cells=rows*columns,own=kernels.
values.subarray(channel*3*cells,(channel+1)*3*cells),reach=own.reduce((most,weight)=>Math.max(most,Math.abs(weight)),0)||
1,shade=(colour,cell)=>Math.round(127.5+127.5*own[colour*cells+cell]/reach),pixels=Uint32Array.from({length:cells},(_,cell)=>(255<<
24|shade(2,cell)<<16|shade(1,cell)<<8|shade(0,cell))>>>0),size=64,context=fit(figure.querySelector("canvas"),size*columns/
rows,size);place(context,canvasOf(pixels,rows,columns),[0,0,columns,rows],[0,0,size*columns/rows,size]),figure.querySelector(
"figcaption").textContent=put(stage.words.kernel,{rows,columns,reach:say(reach,reach)})}var CHOICES={order:["index","strongest","mean","spread","zeros"],scope:["layer","map"],range:["auto","symmetric","zero"]},
NAMES2=Object.keys(CHOICES);function buildControls(stage,changed){let bar=stage.find(".controls");bar.dataset.words!==stage.
words.order&&(bar.dataset.words=stage.words.order,bar.replaceChildren(...NAMES2.map(name=>makeSelect(stage.words,name,changed)),
makeSwitch(stage.words,changed)))}function makeSelect(words,name,changed){let label=document.createElement("label"),select=document.
createElement("select");select.name=name;for(let choice of CHOICES[name])select.add(new Option(words[`${name}_${choice}`],
choice));return select.onchange=()=>changed({[name]:select.value}),label.append(words[name],select),label}function makeSwitch(words,changed){
let label=document.createElement("label"),box=document.createElement("input");return box.type="checkbox",box.name="live",
box.onchange=()=>changed({live:box.checked}),label.append(box,words.live),label}function showControls(stage){let bar=stage.
find(".controls");for(let name of NAMES2)bar.querySelector(`select[name=${name}]`).value=stage.view[name];bar.querySelector(
"input[name=live]").checked=stage.view.live}var REST4=120,stage_default=makeStage({root:".stage",relays:!0,open,take,draw,mark,describe:describe2,table,told,leave,foresees,
drawn:({layer})=>layer.name});function open(stage){stage.patience=()=>clearTimeout(stage.reporting),window.addEventListener(
CHOSEN,stage.patience),stage.point=unit2=>stage.hover(unit2),stage.choose=unit2=>{stage.hovered=null,stage.settle(unit2)};
let sheet=stage.find(".sheet");bindPointer(sheet,{at:event=>unitUnder(stage,event,sheet),look:stage.point,choose:stage.choose}),
bindKeys(sheet,{layout:()=>({kind:"tiles",count:stage.order.length,across:stage.layout.across}),at:()=>stage.order.indexOf(
stage.view.channel),go:place2=>walkTo(stage,place2)})}function leave(stage){stage.patience(),window.removeEventListener(
CHOSEN,stage.patience)}function take(stage,anew){stage.paint=preparePlanes(stage),stage.hovered=null,anew&&stage.root.dataset.
drawn!==void 0&&report(stage),buildControls(stage,stage.settle),stage.root.dataset.picture=stage.pictures.map(({key})=>key).
join(" ")}function report(stage){clearTimeout(stage.reporting),stage.reporting=setTimeout(()=>stage.tell(told(stage)),REST4)}
function told({layer,view}){return{layer:layer.name,...view}}function foresees({start},kind,{view,start:{channel,row,column}}){
let untouched=view.channel===channel&&view.row===row&&view.column===column;return kind==="layer"||untouched?{...view,...start}:
{...view}}function draw(stage){showControls(stage),stage.order=arrange(stage.planes.statistics0.values,stage.layer.shape[0],
stage.view.order,stage.view.live),stage.order.length>0&&!stage.order.includes(stage.view.channel)&&(stage.view.channel=stage.
order[0]),sizeUp(stage),drawSheet(stage)}function mark(stage){let unit2=stage.hovered??stage.view;drawPair(stage,unit2),
writeLegend(stage,unit2.channel),writeNumbers(stage,unit2.channel),drawHistogram(stage,unit2.channel),drawKernel(stage,unit2.
channel),drawMarks(stage)}function drawMarks({layout,order,find,hovered,view,theme,sheetWidth}){let context=fit(find(".s\
heet .marks"),sheetWidth,layout.totalHeight),markTile=(channel,thick)=>{let at=order.indexOf(channel);at>=0&&frame(context,
...corner(layout,at),layout.width,layout.height,theme.accent,thick)};markTile(view.channel,3),hovered!==null&&markTile(hovered.
channel,1.5)}function unitUnder({layer:{shape:[,rows,columns]},layout,order},event,sheet){let cell=cellAt(layout,order.length,
rows,columns,...pointIn(event,sheet));return cell&&{channel:order[cell.place],row:cell.row,column:cell.column}}function walkTo(stage,place2){
if(stage.order.length===0)return;stage.choose({channel:stage.order[place2]});let scroller=stage.find(".scroller"),top=corner(
stage.layout,place2)[1]*perUnit();top<scroller.scrollTop&&(scroller.scrollTop=top);let hidden=top+stage.layout.height*perUnit()-
scroller.scrollTop-scroller.clientHeight;hidden>0&&(scroller.scrollTop+=hidden)}export{stage_default as default};
