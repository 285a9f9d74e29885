var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_CELLS=11,MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/
2)));return[start,Math.min(count,start+most)]}function tableOfCells(words,caption2,{rows,columns},[row,column],read){let[
[top,bottom],[left,right]]=[around(rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole3=bottom-top===rows&&right-
left===columns,part2={top,bottom:bottom-1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),
numbers(left,right)];return{caption:caption2,note:whole3?"":put(words.part??"",part2),columns:["",...across.map(at=>put(
words.column??"",{column:at}))],rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),
at:[row-top,column-left]}}function tableOfLines(words,caption2,columns,{count,at=0,line:line3}){let[first,stop]=around(count,
Math.max(0,at),MOST_LINES),note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption:caption2,
note,columns,rows:numbers(first,stop).map(line3),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(
0,stop-start)},(_,index)=>start+index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,"\
,"));function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):
text)}function listed(items){let texts=items.map(String);return texts.join(marks.decimal===","&&texts.some(text=>text.includes(
","))?"; ":marks.list)}var counted=(words,name,count)=>words[`${name}.${new Intl.PluralRules(marks.language).select(count)}`]??
words[`${name}.other`];function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane2){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane2[index*3],plane2[index*3+1],plane2[index*3+2]);return colours[256]=
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
clientY-top)/perUnit()]}function cellUnder(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);
return row>=0&&column>=0&&row<shape.rows&&column<shape.columns?[row,column]:null}function cellsTo(event,element,{rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
clientY-top)/height*rows,(event.clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(
element,act);element.onpointermove=event=>{act.look?.(act.at(event),event)},element.onpointerleave=event=>{act.look?.(null,
event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==null&&
act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,{take:event=>(held=act.grab?.(event)!==
!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.pointerType==="mouse"&&act.look?.(act.
at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{held||act.look?.(null,event)}}var SMALLEST_MARK=7;function makePanels(holder,panels,act){let made2=panels;return holder.replaceChildren(...made2.map(panel=>makePanel(
panel,act))),made2}function makePanel(panel,act){let figure=document.createElement("figure");figure.innerHTML='<figcapti\
on><b></b><small></small></figcaption><div class="plane"><canvas role="img"></canvas><canvas></canvas></div><div class="\
value"></div>';let[canvas,marks2]=figure.querySelectorAll("canvas");Object.assign(panel,{figure,canvas,marks:marks2,read:part(
figure,".value")}),figure.dataset.key=panel.key,part(figure,"b").textContent=panel.label,part(figure,"small").textContent=
panel.note??"",canvas.tabIndex=panel.stop?0:-1,canvas.setAttribute("aria-label",nameOf(panel));let point=(cell,chosen)=>act.
point(panel.key,...cell,chosen);bindPointer(canvas,{at:event=>cellUnder(event,canvas,panel),look:cell=>cell===null?act.rest?.(
panel.key):point(cell,!1),choose:cell=>point(cell,!0)});let{at}=act;return at&&bindKeys(canvas,{layout:()=>({kind:"cells",
...shapeOf(panel)}),at:()=>at(panel.key),go:cell=>point(cell,!0)}),figure}var nameOf=({title,label,note})=>[title,label,
note].filter(Boolean).join(", "),tablesOf=(words,panels,{at,read})=>panels.map(panel=>tableOfCells(words,nameOf(panel),panel,
at(panel),(row,column)=>read(panel,row*panel.columns+column)));var shapeOf=({rows,columns})=>({rows,columns});function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(
rows,columns);return[Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}function drawPanel(panel,side,scale,palettes){
let{values,rows,columns,canvas}=panel;panel.size=sizeOf(panel,side);let source=canvasOf(paintValues(values,scale,palettes[paletteFor(
scale)]),rows,columns);place(fit(canvas,...panel.size),source,[0,0,columns,rows],[0,0,...panel.size]),panel.figure.style.
maxWidth=px(Math.max(side,panel.size[0]))}function markPanel({marks:marks2,size:[width,height],rows,columns},boxes,accent){
let context=fit(marks2,width,height),[across,down]=[width/columns,height/rows];for(let box of boxes){let wide=Math.max(SMALLEST_MARK,
box.columns*across),tall=Math.max(SMALLEST_MARK,box.rows*down),within=(start,length,most)=>Math.max(1,Math.min(most-1-length,
start));frame(context,within(box.left*across,wide,width),within(box.top*down,tall,height),wide,tall,accent,box.thick??2)}}function asFigures(panels){return panels.map(({canvas,marks:marks2,label,note})=>({canvases:[canvas,marks2],caption:[label,
note].filter(Boolean).join(": ")}))}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
...element.childNodes].map(({textContent})=>textContent).join(" ");function makeButton(name,label,act,sign=null){let button=Object.assign(made("button",sign??label),{type:"button",className:name,
onclick:act});return sign!==null&&button.setAttribute("aria-label",label),sign!==null&&button.setAttribute("title",label),
button}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,
!0)}function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
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
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
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
width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,figures);function savePicture(root,fileName,title,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
document.createElement("canvas"));measure2.font=FONT;let sizes=shown.map(({canvases:[canvas2],caption:caption2})=>[Math.
max(canvas2.clientWidth,measure2.measureText(caption2).width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes,
WIDEST);measure2.font=`600 ${FONT}`;let wide=Math.max(width,measure2.measureText(title).width)+2*MARGIN,canvas=document.
createElement("canvas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);
context.scale(2,2),context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,canvas.height),context.fillStyle="#1617\
1d",context.font=`600 ${FONT}`,context.textBaseline="top",context.fillText(title,MARGIN,MARGIN),context.font=FONT,context.
imageSmoothingEnabled=!1,shown.forEach(({canvases,caption:caption2},index)=>{let[left,top]=[places[index][0]+MARGIN,places[index][1]+
MARGIN+1.5*LINE];context.fillText(caption2,left,top);for(let each of canvases)context.drawImage(each,left,top+LINE,each.
clientWidth,each.clientHeight)}),canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement("a");link.href=URL.createObjectURL(
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
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption:caption2,note="",columns,rows,at=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption2)];note&&words.append(" ",made(
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room<0)return 0;let count=Math.floor(room/stride)+1;
return ceil&&(count-1)*stride>=size+padding?count-1:count}function taps(position,kernel,stride=1,padding=0,dilation=1){return Array.from({length:kernel},(_,tap)=>position*stride-
padding+tap*dilation)}function sourceOf(position,size,mode="zeros"){return position>=0&&position<size?position:mode==="reflect"?position<0?-position:
2*(size-1)-position:mode==="replicate"?position<0?0:size-1:mode==="circular"?(position+size)%size:-1}function plane(rows,columns,fill=()=>0){let values=new Float64Array(rows*columns);for(let index=0;index<values.length;index+=
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
kernel.values[tap]),total=products.reduce((sum,product)=>sum+product,0)+(setting.bias??0);return{...window2,products,total}}var cut=({values,shape:[,rows,columns]},index)=>({values:values.subarray(index*rows*columns,(index+1)*rows*columns),rows,
columns});function takeApart({planes,numbers:numbers2,others,setting}){let parts=numbers2.map((number,index)=>{let[input,
kernel]=[cut(planes.inputs,index),cut(planes.weights,index)];return{number,input,kernel,map:crossCorrelate(input,kernel,
{...setting,bias:0})}});if(others===0)return parts;let[rows,columns]=planes.rest.shape;return[...parts,{number:null,input:null,
kernel:null,map:plane(rows,columns,(row,column)=>planes.rest.values[row*columns+column])}]}function spell(part2,setting,row,column){
return productsAt(part2.input,part2.kernel,{...setting,bias:0},row,column)}function contributions(parts,row,column){return parts.
map(({map})=>map.values[row*map.columns+column])}function sizesOf(parts){return parts.map(({map})=>map.values.reduce((sum,value)=>sum+
Math.abs(value),0)/map.values.length)}function arrangeParts(count,values){let indices=Array.from({length:count},(_,index)=>index);
if(values===null)return indices;let size=index=>Number.isNaN(values[index])?-1:Math.abs(values[index]);return indices.sort(
(one,other)=>size(other)-size(one)||one-other)}function runningSum(parts,order,count,bias){let{rows,columns}=parts[0].map,
sum=plane(rows,columns,()=>count===order.length?bias:0);for(let index of order.slice(0,count))add(sum.values,parts[index].
map.values);return sum}function add(sum,values){for(let index=0;index<sum.length;index+=1)sum[index]+=values[index]}function rangeOfSums(parts,order,bias){
let sum=new Float64Array(parts[0].map.values.length),range=[1/0,-1/0];for(let index of order)add(sum,parts[index].map.values),
range=widen(range,sum);return widen(range,sum.map(value=>value+bias))}function widen([low,high],values){for(let value of values)
value<low&&value!==-1/0&&(low=value),value>high&&value!==1/0&&(high=value);return[low,high]}function rangeOf(lists){let[
low,high]=lists.reduce(widen,[1/0,-1/0]);return low<=high?[low,high]:[0,0]}function windowBox({stride,padding,dilation},[
kernelRows,kernelColumns],row,column){let rows=taps(row,kernelRows,stride[0],padding[0],dilation[0]),columns=taps(column,
kernelColumns,stride[1],padding[1],dilation[1]);return{top:rows[0],left:columns[0],bottom:rows[rows.length-1]+1,right:columns[columns.
length-1]+1}}function positionAround({stride,padding,dilation},kernel,cell,shape){return cell.map((place2,axis)=>{let middle=(kernel[axis]-
1)*dilation[axis]/2,position=Math.round((place2+padding[axis]-middle)/stride[axis]);return Math.max(0,Math.min(shape[axis]-
1,position))})}var FINE=.01;function prepareMaps(stage){let{planes,parts}=stage,kernels=rangeOf([planes.weights.values]),chain=chainPlanes(
stage);return{palettes:palettesOf(planes),chain,shelf:new Map,scales:{inputs:limits(...rangeOf([planes.inputs.values]),"\
auto"),kernels:limits(...kernels,"symmetric"),parts:limits(...rangeOf(parts.map(({map})=>map.values)),"symmetric"),after:limits(
...rangeOf(chain.slice(1).map(({values})=>values)),"auto")}}}function chainPlanes({planes}){let[count,rows,columns]=planes.
chain.shape,size=rows*columns;return Array.from({length:count},(_,index)=>({values:planes.chain.values.subarray(index*size,
(index+1)*size),rows,columns}))}function scaleOfSums(stage){let{parts,order,bias,paint}=stage,[low,high]=rangeOfSums(parts,
order,bias),[least,most]=rangeOf([paint.chain[0].values]);return limits(Math.min(low,least),Math.max(high,most),"symmetr\
ic")}function pictureOf(stage,{values,rows,columns},scale){return canvasOf(paintValues(values,scale,stage.paint.palettes[paletteFor(
scale)]),rows,columns)}function shelved(stage,kind,index){let{shelf:shelf2,scales}=stage.paint,key=`${kind} ${index}`;if(!shelf2.
has(key)){let part2=stage.parts[index],made2={inputs:part2.input,kernels:part2.kernel,parts:part2.map}[kind];shelf2.set(
key,pictureOf(stage,made2,scales[kind]))}return shelf2.get(key)}function scaleText([low,high]){let range=high-low;return-low===
high&&high>0?`±${say(high,range)}`:`${say(low,range)} … ${say(high,range)}`}function legend(stage,scale){let box=document.
createElement("div");return box.className="legend",box.innerHTML='<div class="bar"></div><span></span>',part(box,"span").
textContent=scaleText(scale),part(box,".bar").style.background=gradient(stage.planes[paletteFor(scale)].values),box}function namedLegend(stage,text,values,scale){
let box=document.createElement("div");return box.append(put(text,values),legend(stage,scale)),box}var[SMALLEST,LARGEST,AROUND]=[110,140,326],LONGEST=9;function shortened(layer){let words=layer.split(".");for(;words.length>
1&&words.join(".").length>LONGEST;)words.shift();return words.join(".")}function makeFigures(stage,act){let{words,paint,
chain}=stage,sum={key:"sum",label:words.sum,note:" ",...paint.chain[0],stop:!0},captured=chain.map(({layer,kind},index)=>({
key:`chain${index}`,label:kind,note:layer,...paint.chain[index],stop:!0}));stage.panels=makePanels(stage.find(".maps"),[
sum,...captured],act);for(let panel of stage.panels.slice(1))caption(panel,shortened(panel.note))}function caption({figure,
note},short){let small=part(figure,"small");small.textContent=short,small.setAttribute("title",note)}function drawFigures(stage){
let{panels,paint,sum,sumScale}=stage,[first]=panels,[note,short]=notesOfSum(stage);Object.assign(first,sum,{note}),caption(
first,short),first.canvas.setAttribute("aria-label",`${first.label}, ${first.note}`);let side=Math.floor(Math.max(SMALLEST,
Math.min(LARGEST,(stage.room-AROUND)/2)));panels.forEach((panel,index)=>{panel.scale=index<2?sumScale:paint.scales.after,
drawPanel(panel,side,panel.scale,paint.palettes)}),writeScales(stage)}function notesOfSum({words,parts,view,bias}){let count=parts.
length,values={added:view.added,count,bias:say(bias,0)},whole3=count===1?"only":"all",state=view.added<count?"some":whole3;
return["sum","short"].map(length=>put(words[`${length}_${state}${bias===0?"":"_bias"}`],values))}function markFigures(stage,{
row,column}){for(let panel of stage.panels){let{values,columns,read,scale}=panel;markPanel(panel,[{top:row,left:column,rows:1,
columns:1}],stage.theme.accent),read.textContent=say(values[row*columns+column],FINE*Math.max(Math.abs(scale[0]),scale[1]))}}
function writeScales(stage){let{words,chain,paint,sumScale}=stage,boxes=[namedLegend(stage,words.scale_sums,{kind:chain[0].
kind},sumScale)],kinds=listed(chain.slice(1).map(({kind})=>kind));kinds&&boxes.push(namedLegend(stage,words.scale_after,
{kinds},paint.scales.after)),stage.find(".scales").replaceChildren(...boxes)}var ORDERS=["channel","contribution","size"];function buildControls({find,words},act){let bar=find(".controls");if(bar.dataset.
words===words.order)return;bar.dataset.words=words.order;let transport=makeTransport(words,{name:"added",label:words.added_label,
min:0},act);transport.append(document.createElement("output")),bar.replaceChildren(transport,makeSelect(words,act),makeButton(
"save",words.save_png,act.save))}function makeSelect(words,act){let label=document.createElement("label"),select=Object.
assign(document.createElement("select"),{name:"order"});for(let order of ORDERS)select.add(new Option(words[`order_${order}`],
order));return select.onchange=()=>act.order(select.value),label.append(words.order,select),label}function showControls({
find,view,parts,words,playing}){find("select[name=order]").value=view.order;let count=parts.length,said=put(counted(words,
"added",count),{added:view.added,count});find(".transport output").textContent=said,showTransport(find,words,{at:view.added,
max:count,said,playing})}var WIDE={name:58,tile:84,sign:22,row:92,height:384},ROOMY={...WIDE,tile:100,row:112},ALONE={...WIDE,tile:112,row:126},AROUND2=240,
NARROW={name:46,tile:57,sign:16,row:72,height:290},FEW=3,INDENT=8,BESIDE=18,LAST_NEGATIVE=40,LAST_POSITIVE=215,KINDS=["i\
nputs","kernels","parts"];function layOutList(stage){let scroller=stage.find(".scroller"),most=stage.room-AROUND2,few=stage.
order.length===1?ALONE:ROOMY,wide=stage.order.length>FEW||few.row*stage.order.length>most?WIDE:few,sizes=stage.root.classList.
contains("narrow")?NARROW:{...wide,height:Math.max(3*wide.row,Math.min(wide.height,most))},total=sizes.row*stage.order.length;
stage.find(".sheet").style.height=px(total);let height=Math.min(sizes.height,total);scroller.style.height=px(height);let width=breadth(
scroller),[inputs,kernels,parts]=[0,1,2].map(place_=>sizes.name+place_*(sizes.tile+sizes.sign)),bar=parts+sizes.tile+BESIDE;
stage.list={...sizes,width,height,left:{inputs,kernels,parts,bar},barWidth:Math.max(40,width-bar-4)},writeHeads(stage)}function writeHeads(stage){
let{left,tile,barWidth}=stage.list,{words,paint}=stage,length=stage.root.classList.contains("narrow")?"narrow":"head",head=(at,width,text,scale)=>{
let box=document.createElement("div");return box.style.left=px(at),box.style.width=px(width),box.append(Object.assign(document.
createElement("b"),{textContent:text})),scale&&box.append(legend(stage,scale)),box};stage.find(".heads").replaceChildren(
...KINDS.map(kind=>head(left[kind],tile,words[`${length}_${kind}`],paint.scales[kind])),head(left.bar,barWidth,words[`${length}\
_bar`],null))}function rowsInSight(stage){let{row,height}=stage.list,top=stage.find(".scroller").scrollTop/perUnit();return[
Math.max(0,Math.floor(top/row)),Math.min(stage.order.length,Math.ceil((top+height)/row)),top]}function nameOf2(stage,index){
let{number}=stage.parts[index];return number===null?put(stage.words.others,{count:stage.others}):stage.names?.[number]??
String(number)}function drawList(stage){let{list}=stage,[canvas]=stage.find(".window").children,context=fit(canvas,list.
width,list.height),[first,last,top]=rowsInSight(stage);for(let at=first;at<last;at+=1)drawRow(stage,context,stage.order[at],
at*list.row-top)}function drawRow(stage,context,index,y){let{list}=stage,part2=stage.parts[index];context.fillStyle=stage.
theme.ink,context.textBaseline="middle",context.textAlign="left",context.font=`600 16px ${stage.theme.family}`;let middle=y+
list.row/2;part2.input===null?context.fillText(nameOf2(stage,index),INDENT,middle,list.left.parts-2*INDENT):context.fillText(
nameOf2(stage,index),INDENT,middle,list.name-2*INDENT);let shown=part2.input===null?["parts"]:KINDS;for(let kind of shown){
let{x,y:top,width,height}=tileOf(stage,kind,index,y),picture2=shelved(stage,kind,index);place(context,picture2,[0,0,picture2.
width,picture2.height],[x,top,width,height]),context.strokeStyle=stage.theme.line,context.lineWidth=1,context.strokeRect(
x-.5,top-.5,width+1,height+1)}part2.input!==null&&(context.font=`400 18px ${stage.theme.family}`,context.textAlign="cent\
er",context.fillText("×",list.left.kernels-list.sign/2,middle),context.fillText("=",list.left.parts-list.sign/2,middle))}
var planeOf=({input,kernel,map},kind)=>({inputs:input,kernels:kernel,parts:map})[kind];function tileOf({parts,list},kind,index,y){
let{rows,columns}=planeOf(parts[index],kind),[width,height]=sizeOf({rows,columns},kind==="kernels"?list.tile*.8:list.tile);
return{x:list.left[kind]+(list.tile-width)/2,y:y+(list.row-height)/2,width,height,rows,columns}}function markList(stage,unit2){
let{list,view,order}=stage,[,marks2]=stage.find(".window").children,context=fit(marks2,list.width,list.height),[first,last,
top]=rowsInSight(stage);for(let at=first;at<last;at+=1){let[index,y]=[order[at],at*list.row-top];markRow(stage,context,index,
y,unit2),drawBar(stage,context,index,y),at>=view.added&&veil(stage,context,y),index===unit2.part&&frame(context,2,y+2,list.
width-4,list.row-4,stage.theme.accent,1.5)}}function markRow(stage,context,index,y,unit2){let part2=stage.parts[index],cell=tileOf(
stage,"parts",index,y),[wide,tall]=[Math.max(4,cell.width/cell.columns),Math.max(4,cell.height/cell.rows)];if(frame(context,
cell.x+unit2.column*cell.width/cell.columns,cell.y+unit2.row*cell.height/cell.rows,wide,tall,stage.theme.accent,1.5),part2.
input===null)return;let tile=tileOf(stage,"inputs",index,y),box=windowBox(stage.setting,[part2.kernel.rows,part2.kernel.
columns],unit2.row,unit2.column),[across,down]=[tile.width/tile.columns,tile.height/tile.rows],clip=(value,limit)=>Math.
max(0,Math.min(limit,value)),[left,right]=[clip(box.left,tile.columns)*across,clip(box.right,tile.columns)*across],[above2,
below]=[clip(box.top,tile.rows)*down,clip(box.bottom,tile.rows)*down];frame(context,tile.x+left,tile.y+above2,Math.max(4,
right-left),Math.max(4,below-above2),stage.theme.accent,1.5)}function drawBar(stage,context,index,y){let{list,here,reach,
planes}=stage,value=here[index],middle=list.left.bar+list.barWidth/2,length=reach>0&&Number.isFinite(value)?Math.abs(value)/
reach*list.barWidth/2:0,colour=(value<0?LAST_NEGATIVE:LAST_POSITIVE)*3,{values}=planes.diverging,top=y+list.row/2+4;context.
fillStyle=`rgb(${values[colour]} ${values[colour+1]} ${values[colour+2]})`,context.fillRect(value<0?middle-length:middle,
top,length,14),context.fillStyle=stage.theme.ink,context.fillRect(middle-.5,top-3,1,20),context.font=`600 16px ${stage.theme.
family}`,context.textAlign="center",context.textBaseline="alphabetic",context.fillText(say(value,FINE*reach),middle,y+list.
row/2-5,list.barWidth)}function veil(stage,context,y){context.globalAlpha=.68,context.fillStyle=stage.theme.paper,context.
fillRect(0,y,stage.list.width,stage.list.row),context.globalAlpha=1}function hitList(stage,x,y){let at=Math.floor(y/stage.
list.row);if(at<0||at>=stage.order.length)return null;let index=stage.order[at];for(let kind of stage.parts[index].input===
null?["parts"]:KINDS){let tile=tileOf(stage,kind,index,at*stage.list.row),row=Math.floor((y-tile.y)/tile.height*tile.rows),
column=Math.floor((x-tile.x)/tile.width*tile.columns);if(row>=0&&column>=0&&row<tile.rows&&column<tile.columns)return{index,
kind,cell:[row,column]}}return{index,kind:null,cell:null}}function bringIntoSight(stage,at){let scroller=stage.find(".sc\
roller"),[row,height]=[stage.list.row,stage.list.height].map(length=>length*perUnit());at*row<scroller.scrollTop?scroller.
scrollTop=at*row:(at+1)*row>scroller.scrollTop+height&&(scroller.scrollTop=(at+1)*row-height)}function unitOf({parts,view,hovered}){let part2=parts.findIndex(({number})=>number===view.input_channel);return{part:Math.
max(0,part2),row:view.row,column:view.column,...hovered}}function listUnit(stage,event){let hit=hitList(stage,...pointIn(
event,stage.find(".sheet")));if(hit===null)return null;let{index:part2,kind,cell}=hit;if(cell===null)return{part:part2,kind,
cell};if(kind==="parts")return{part:part2,row:cell[0],column:cell[1]};if(kind!=="inputs")return{part:part2,kind,cell};let{
kernel,map}=stage.parts[part2],[row,column]=positionAround(stage.setting,[kernel.rows,kernel.columns],cell,[map.rows,map.
columns]);return{part:part2,row,column,kind,cell}}function picture({words,view,paint,panels,title,file,find}){let captions=panels.map(({scale})=>scaleText(scale)),maps=asFigures(
panels).map(({canvases,caption:caption2},index)=>({canvases,caption:`${caption2}, ${captions[index]}`})),scales=Object.fromEntries(
Object.entries(paint.scales).map(([name,scale])=>[name,scaleText(scale)])),rows={canvases:[...find(".window").children],
caption:put(words.parts_in_sight,scales)};return{file,title:put(words.saved_title,{title,row:view.row,column:view.column}),
figures:[...maps,rows]}}var MOST_TERMS=9,STANDING=3;function foldedTerms(texts,{unfolded,unfold,rest,fold:fold2}){let last=texts.length-1,long=texts.
length>MOST_TERMS,spans=(start,end)=>texts.slice(start,end).map(text=>made("span",text));return{terms:(long&&!unfolded?[
...spans(0,STANDING),foldButton(rest(STANDING,last),!1,unfold),...spans(last)]:spans(0)).flatMap((node,at)=>at===0?[node]:
[" + ",node]),after:long&&unfolded?[" ",foldButton(fold2,!0,unfold)]:[]}}function foldButton(text,open2,onclick){let button=Object.
assign(made("button",text),{type:"button",name:"fold",onclick});return button.setAttribute("aria-expanded",String(open2)),
button}var MOST_DECIMALS=6,MOST_MORE=10,FIGURES=4;function decimalsOf(numbers2){let largest=numbers2.reduce((most,number)=>Math.
max(most,Math.abs(number)),0);for(let decimals=0;decimals<=4;decimals+=1)if(numbers2.every(number=>Math.abs(number-Number(
number.toFixed(decimals)))<=1e-9*largest))return decimals;let needed=FIGURES-1-Math.floor(Math.log10(largest));return Math.
max(0,Math.min(MOST_DECIMALS,needed))}var scaled=(number,decimals)=>BigInt(Math.round(number*10**decimals));function digits(whole3,decimals){
let text=(whole3<0n?-whole3:whole3).toString().padStart(decimals+1,"0"),point=text.length-decimals,fraction=text.slice(point).
replace(/0+$/,"");return marked((whole3<0n?"−":"")+text.slice(0,point)+(fraction&&`.${fraction}`))}function roundingOf(written,total,size){
let true_=Math.abs(written-total)<=1e-9*size?written:total,text=plain(say(true_,0)),[digits_,exponent="0"]=text.split("e"),
step=10**(Number(exponent)-(digits_.split(".")[1]??"").length),fits=true_===0?written===0:Math.abs(written-Number(text))<
.4999999*step;return{rounded:Number(text)===written?null:neat(true_,0),fits}}var numberOf=text=>Number(plain(text));function writeSum(values,weights,bias,total){
let lists=[[...values],[...weights],[bias]],least=lists.map(decimalsOf),size=values.reduce((most,value,index)=>Math.max(
most,Math.abs(value*weights[index])),Math.abs(total));for(let more=0;;more+=1){let written=writtenIn(lists,least.map(decimals=>decimals+
more)),{rounded,fits}=roundingOf(numberOf(written.sum),total,size);if(fits||more===MOST_MORE)return{...written,rounded}}}
function writtenIn([values,weights,[bias]],[inValues,inWeights,inBias]){let decimals=Math.max(inValues+inWeights,inBias),
up=10n**BigInt(decimals-inValues-inWeights),terms=values.map((value,index)=>{let[one,other]=[scaled(value,inValues),scaled(
weights[index],inWeights)];return{one,other,product:one*other*up}}),added=scaled(bias,inBias)*10n**BigInt(decimals-inBias);
return{terms:terms.map(({one,other,product})=>({value:digits(one,inValues),weight:digits(other,inWeights),product:digits(
product,decimals)})),bias:bias===0?null:digits(scaled(bias,inBias),inBias),sum:digits(terms.reduce((sum,{product})=>sum+
product,added),decimals)}}function addUp(numbers2,total,parts=1){let list=[...numbers2],least=decimalsOf(list),size=list.
reduce((most,number)=>Math.max(most,Math.abs(number)),Math.abs(total));for(let decimals=least;;decimals+=1){let whole3=list.
map(number=>scaled(number,decimals)),sum=digits(whole3.reduce((one,other)=>one+other,0n),decimals),{rounded,fits}=roundingOf(
numberOf(sum)/parts,total/parts,size),pieces2=whole3.map(number=>digits(number,decimals));if(fits||decimals===least+MOST_MORE)
return{decimals,whole:whole3,pieces:pieces2,sum,rounded}}}function writeTotal(values,bias,total){let{pieces:pieces2,sum,
rounded}=addUp([...values,bias],total);return{terms:pieces2.slice(0,-1).map(value=>({value,weight:"1",product:value})),bias:bias===
0?null:pieces2[pieces2.length-1],sum,rounded}}var roundedTo=({rounded})=>rounded===null?"":` ≈ ${rounded}`,bracketed=number=>number.startsWith("−")?`(${number})`:
number;function line2({terms},start=0,end=terms.length){return terms.slice(start,end).map(({value,weight})=>`${bracketed(
value)} × ${bracketed(weight)}`).join(" + ")}function partOf({terms},start,end){let places=text=>(text.split(".")[1]??"").
length,chosen=terms.slice(start,end).map(({product})=>plain(product)),decimals=Math.max(0,...chosen.map(places)),whole3=text=>BigInt(
text.replace(".","")+"0".repeat(decimals-places(text)));return digits(chosen.reduce((sum,text)=>sum+whole3(text),0n),decimals)}var[SIDE,NARROW_SIDE]=[88,72];function writeSums(stage,unit2){writeProducts(stage,unit2),writeParts(stage,unit2)}function writeProducts(stage,{
part:index,row,column}){let{words,parts,setting}=stage,box=stage.find(".spelled .one"),own=parts[index];if(box.hidden=own.
input===null,box.hidden)return;let spelled=spell(own,setting,row,column),{rows,columns,values:weights}=own.kernel,count=weights.
length,heading=put(count===1?words.product:words.products,{name:nameOf2(stage,index),count,row,column});part(box,"h2").textContent=
heading,drawPlanes(stage,part(box,".planes"),{...spelled,weights,kernel:[rows,columns]});let paragraph=part(box,".sum");
if(!finite(stage,paragraph,spelled.products))return;let written=writeSum(spelled.values,[...weights],0,spelled.total),pieces2=written.
terms.map((_,at)=>line2(written,at,at+1));fold(stage,paragraph,"products",{pieces:pieces2,written,words:words.more_products})}
function drawPlanes(stage,box,{values,weights,products,kernel:[rows,columns]}){if(values.length===1){box.replaceChildren();
return}let{scales}=stage.paint,reach=Math.max(...products.map(product=>Math.abs(product)).filter(Number.isFinite),0),shown=[
[values,scales.inputs,stage.words.plane_window,"×"],[weights,scales.kernels,stage.words.plane_slice,"="],[products,limits(
-reach,reach,"symmetric"),put(stage.words.plane_products,{reach:say(reach,reach)}),""]],[width,height]=sizeOf({rows,columns},
stage.root.classList.contains("narrow")?NARROW_SIDE:SIDE);box.replaceChildren(...shown.flatMap(([numbers2,scale,caption2,
sign])=>{let figure=document.createElement("figure");figure.innerHTML='<canvas role="img"></canvas><figcaption></figcapt\
ion>';let canvas=part(figure,"canvas"),picture2=pictureOf(stage,{values:Float64Array.from(numbers2),rows,columns},scale);
return place(fit(canvas,width,height),picture2,[0,0,columns,rows],[0,0,width,height]),canvas.setAttribute("aria-label",caption2),
part(figure,"figcaption").textContent=caption2,sign?[figure,sign]:[figure]}))}function writeParts(stage,{row,column}){let{
words,parts,order,here,bias,paint}=stage,box=stage.find(".spelled .all");box.hidden=parts.length===1&&bias===0;let chosen=order.
map(index=>here[index]),total=chosen.reduce((sum,value)=>sum+value,bias),paragraph=part(box,".sum");if(!finite(stage,paragraph,
[bias,...chosen]))return;let written=writeTotal(chosen,bias,total),pieces2=written.terms.map(({value})=>bracketed(value));
part(box,"h2").textContent=titleOf(stage);let captured=paint.chain[0].values[row*paint.chain[0].columns+column],after=put(
words.captured,{value:say(captured,FINE*stage.sumScale[1])});fold(stage,paragraph,"parts",{pieces:pieces2,written,words:words.
more_parts,after})}function titleOf(stage){let{words,parts,bias}=stage,{row,column}=unitOf(stage),name=`${parts.length===
1?"part":"parts"}_${bias===0?"plain":"bias"}`;return put(words[name],{count:whole(parts.length),row,column})}function finite(stage,paragraph,numbers2){
let can=numbers2.every(Number.isFinite);return can||(paragraph.textContent=stage.words.not_finite),can}function fold(stage,paragraph,name,{
pieces:pieces2,written,words,after=""}){let unfold=()=>{stage.unfolded[name]=!stage.unfolded[name],stage.rewrite(),stage.
find(`.spelled .${name==="products"?"one":"all"} .sum button`)?.focus()},rest=(start,end)=>put(words,{count:end-start,sum:partOf(
written,start,end)}),folded=foldedTerms(pieces2,{unfolded:stage.unfolded[name],unfold,rest,fold:stage.words.fold}),nodes=[
...folded.terms];written.bias!==null&&nodes.push(" + ",made("span",put(stage.words.bias,{bias:bracketed(written.bias)}))),
nodes.push(" = ",made("b",written.sum),made("small",roundedTo(written))),after&&nodes.push(" ",made("small",after)),paragraph.
replaceChildren(...nodes,...folded.after)}var REST4=120,PACE=2.5,MOST_STEPS=48,NARROW2=700,stage_default=makeStage({root:".stage",narrow:NARROW2,relays:!0,onWhite:!0,
open,take,plays,draw,mark,describe:describe2,aloud,table,told,drawn,picture});function open(stage){let{root,find}=stage;
stage.unfolded={},stage.rewrite=()=>writeSums(stage,unitOf(stage)),bindPointer(find(".sheet"),{at:event=>listUnit(stage,
event),look:unit2=>stage.hover(unit2),choose:unit2=>choose(stage,unit2)});let scroller=find(".scroller");scroller.onscroll=
()=>drawRows(stage),bindKeys(scroller,{layout:()=>({kind:"list",count:stage.order.length,page:Math.max(1,Math.floor(stage.
list.height/stage.list.row))}),at:()=>stage.order.indexOf(unitOf(stage).part),go:place2=>goTo(stage,place2)}),root.onkeydown=
event=>{let pressed=event.composedPath()[0];["BUTTON","SELECT"].includes(pressed.tagName)||press({keys:{" ":actions(stage).
play}},event)}}function take(stage,anew){let first=stage.parts===void 0;stage.player.drop(),stage.hovered=null,stage.parts=
takeApart(stage),stage.sizes=sizesOf(stage.parts),stage.paint=prepareMaps(stage),makeFigures(stage,{point:(panel,row,column,clicked)=>clicked?
choose(stage,{row,column}):stage.hover({panel,row,column}),rest:()=>stage.hover(null),at:()=>[stage.view.row,stage.view.
column]}),buildControls(stage,actions(stage)),anew&&!first&&stage.tellSoon(REST4)}function actions(stage){return{play:stage.
player.toggle,step:by=>addUpByHand(stage,stage.view.added+by),show:count=>addUpByHand(stage,count),order:order=>{stage.settle(
{order}),stage.find(".scroller").scrollTop=0},save:stage.save}}function draw(stage){arrange(stage),layOutList(stage),drawSum(
stage)}function arrange(stage){let{parts,view}=stage,sizes=view.order==="size"?stage.sizes:null;stage.order=arrangeParts(
parts.length,view.order==="contribution"?contributions(parts,view.row,view.column):sizes),stage.sumScale=scaleOfSums(stage)}
function drawSum(stage){stage.sum=runningSum(stage.parts,stage.order,stage.view.added,stage.bias),showControls(stage),drawFigures(
stage),drawList(stage)}function drawRows(stage){stage.here!==void 0&&(drawList(stage),markList(stage,unitOf(stage)))}function mark(stage){
let unit2=unitOf(stage);stage.here=contributions(stage.parts,unit2.row,unit2.column),stage.reach=stage.here.filter(Number.
isFinite).reduce((most,value)=>Math.max(most,Math.abs(value)),0),markFigures(stage,unit2),markList(stage,unit2),writeSums(
stage,unit2)}function describe2(stage){let{words,parts,panels,here,layer,channel}=stage,unit2=unitOf(stage),place2={row:unit2.
row,column:unit2.column,name:nameOf2(stage,unit2.part),layer,channel},valueIn=({values,columns},row,column)=>say(values[row*
columns+column],0);if(unit2.cell&&unit2.kind){let[row,column]=unit2.cell;return put(words[`read_${unit2.kind}`],{...place2,
value:valueIn(planeOf(parts[unit2.part],unit2.kind),row,column),row,column})}let panel=panels.find(({key})=>key===unit2.
panel);return panel?put(words.read_map,{...place2,value:valueIn(panel,unit2.row,unit2.column),map:panel.label,note:panel.
note}):put(words.read_parts,{...place2,value:say(here[unit2.part],0)})}function aloud(stage){let{panels:[sum],view}=stage;
return[describe2(stage),`${sum.label}, ${sum.note}: ${say(sum.values[view.row*sum.columns+view.column],0)}`]}function table(stage){
let{words,shared,order,here,panels,bias}=stage,{part:part2,row,column}=unitOf(stage),parts=tableOfLines(shared,titleOf(stage),
[words.table_input,words.head_bar],{count:order.length,at:order.indexOf(part2),line:at=>[nameOf2(stage,order[at]),say(here[order[at]],
0)]});return bias!==0&&parts.rows.push([words.table_bias,say(bias,0)]),[parts,...tablesOf(shared,panels,{at:()=>[row,column],
read:({values},at)=>say(values[at],0)})]}function choose(stage,unit2){stage.hovered=null;let{row,column}={...stage.view,
...unit2},number=unit2.part===void 0?null:stage.parts[unit2.part].number;stage.settle({row,column,input_channel:number??
stage.view.input_channel})}function goTo(stage,place2){let part2=stage.order[place2];stage.parts[part2].number!==null&&(choose(
stage,{part:part2}),bringIntoSight(stage,stage.order.indexOf(part2)))}function told({layer,channel,view}){return{layer,channel,
...view}}function drawn({layer,channel}){return`${layer} ${channel}`}function addUp2(stage,count){stage.view.added=Math.
max(0,Math.min(stage.parts.length,count)),stage.hovered=null,bringIntoSight(stage,Math.max(0,stage.view.added-1)),drawSum(
stage),stage.follow()}function addUpByHand(stage,count){stage.player.stop(),addUp2(stage,count),stage.tellSoon()}function plays(stage){
return{begin:()=>(stage.view.added===stage.parts.length&&addUp2(stage,0),!1),advance:steps=>{let count=stage.parts.length;
return addUp2(stage,stage.view.added+steps*Math.ceil(count/MOST_STEPS)),stage.view.added<count},pace:()=>PACE,started:()=>showControls(
stage),stopped:()=>{showControls(stage),stage.follow(),stage.tellSoon()}}}export{stage_default as default};
