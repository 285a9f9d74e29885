var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}
var simple=number=>marked(String(number));function paletteFor([low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}function inkOn(pixel){let[red,green,blue]=[pixel&255,pixel>>8&255,pixel>>16&255];return .299*red+.587*green+.114*blue>140?
"#16171d":"#ffffff"}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step2)=>{let at=Math.round(step2/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
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
let{kept,coming}=shelf(),found=atHand(key);if(found!==void 0)return Promise.resolve(found);let under2=coming.get(key);if(under2!==
void 0)return under2.tries>=delays.length?under2.found:under2.found.catch(()=>parcel(key,visit,lost,delays));let promise=insisted(
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
void 0}},chosen2=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen2),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen2),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
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
key)?0:Math.max(0,expected.until-performance.now())}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
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
...element.childNodes].map(({textContent})=>textContent).join(" ");function standing(root,write3){let held=document.activeElement?.shadowRoot?.activeElement;if(write3(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var MOST_CELLS=11,MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/
2)));return[start,Math.min(count,start+most)]}function tableOfCells(words,caption,{rows,columns},[row,column],read){let[
[top,bottom],[left,right]]=[around(rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole2=bottom-top===rows&&right-
left===columns,part2={top,bottom:bottom-1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),
numbers(left,right)];return{caption,note:whole2?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??
"",{column:at}))],rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),at:[row-top,column-
left]}}function tableOfLines(words,caption,columns,{count,at=0,line:line3}){let[first,stop]=around(count,Math.max(0,at),
MOST_LINES),note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,
rows:numbers(first,stop).map(line3),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},
(_,index)=>start+index);function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
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
Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.parcels??[]],missing=keys.
filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(keys.map((key,at)=>[key,
found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits("fetching","");let lost=()=>holder.
awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).then(ready,()=>holder.awaited===
data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
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
label:label2}=element.dataset;say2!==void 0&&(element.textContent=wordOf(payload,say2)),label2!==void 0&&element.setAttribute(
"aria-label",wordOf(payload,label2))}}function wordOf(payload,path){let names=path.includes(".")?path.split(".").filter(
Boolean):["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element,said){
typeof said=="string"?(element.textContent!==said||element.childElementCount>0)&&(element.textContent=said):element.replaceChildren(
...said)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var NAMES2=["back","play","forward","save"];function buildControls(board,act){let bar=board.find(".controls");board.act=
act,bar.dataset.words!==board.words.play&&(bar.dataset.words=board.words.play,bar.setAttribute("aria-label",board.words.
controls),bar.replaceChildren(...NAMES2.map(name=>makeButton(board,name)))),showControls(board)}function makeButton(board,name){
let button2=document.createElement("button");return button2.className=name,button2.type="button",button2.onclick=()=>board.
act[name](),button2.append(board.words[name==="save"?"save_png":name]),button2}function showControls(board){board.find("\
.controls .play").textContent=board.playing?board.words.pause:board.words.play}var MOST_DECIMALS=6,MOST_MORE=10,FIGURES=4;function decimalsOf(numbers2){let largest=numbers2.reduce((most,number)=>Math.
max(most,Math.abs(number)),0);for(let decimals=0;decimals<=4;decimals+=1)if(numbers2.every(number=>Math.abs(number-Number(
number.toFixed(decimals)))<=1e-9*largest))return decimals;let needed=FIGURES-1-Math.floor(Math.log10(largest));return Math.
max(0,Math.min(MOST_DECIMALS,needed))}var scaled=(number,decimals)=>BigInt(Math.round(number*10**decimals));function digits(whole2,decimals){
let text=(whole2<0n?-whole2:whole2).toString().padStart(decimals+1,"0"),point=text.length-decimals,fraction2=text.slice(
point).replace(/0+$/,"");return marked((whole2<0n?"−":"")+text.slice(0,point)+(fraction2&&`.${fraction2}`))}function roundingOf(written,total,size){
let true_=Math.abs(written-total)<=1e-9*size?written:total,text=plain(say(true_,0)),[digits_,exponent="0"]=text.split("e"),
step2=10**(Number(exponent)-(digits_.split(".")[1]??"").length),fits=true_===0?written===0:Math.abs(written-Number(text))<
.4999999*step2;return{rounded:Number(text)===written?null:neat(true_,0),fits}}var numberOf=text=>Number(plain(text));function writeSum(values,weights,bias,total){
let lists=[[...values],[...weights],[bias]],least=lists.map(decimalsOf),size=values.reduce((most,value,index)=>Math.max(
most,Math.abs(value*weights[index])),Math.abs(total));for(let more=0;;more+=1){let written=writtenIn(lists,least.map(decimals=>decimals+
more)),{rounded,fits}=roundingOf(numberOf(written.sum),total,size);if(fits||more===MOST_MORE)return{...written,rounded}}}
function writtenIn([values,weights,[bias]],[inValues,inWeights,inBias]){let decimals=Math.max(inValues+inWeights,inBias),
up=10n**BigInt(decimals-inValues-inWeights),terms=values.map((value,index)=>{let[one,other]=[scaled(value,inValues),scaled(
weights[index],inWeights)];return{one,other,product:one*other*up}}),added=scaled(bias,inBias)*10n**BigInt(decimals-inBias);
return{terms:terms.map(({one,other,product})=>({value:digits(one,inValues),weight:digits(other,inWeights),product:digits(
product,decimals)})),bias:bias===0?null:digits(scaled(bias,inBias),inBias),sum:digits(terms.reduce((sum,{product})=>sum+
product,added),decimals)}}var bracketed=number=>number.startsWith("−")?`(${number})`:number;function line2({terms},start=0,end=terms.length){return terms.
slice(start,end).map(({value,weight})=>`${bracketed(value)} × ${bracketed(weight)}`).join(" + ")}function partOf({terms},start,end){
let places=text=>(text.split(".")[1]??"").length,chosen2=terms.slice(start,end).map(({product})=>plain(product)),decimals=Math.
max(0,...chosen2.map(places)),whole2=text=>BigInt(text.replace(".","")+"0".repeat(decimals-places(text)));return digits(
chosen2.reduce((sum,text)=>sum+whole2(text),0n),decimals)}var MOST_TERMS=9,KEPT=3;function termsOf({planes},volume,index){let{starts,term_inputs:inputs,term_weights:weights}=planes;
if(volume==="outputs"||volume==="counts"){let[from,to]=[starts.values[index],starts.values[index+1]];return Array.from({
length:to-from},(_,at)=>from+at)}let list=volume==="inputs"?inputs.values:weights.values;return Array.from(list,(_,term)=>term).
filter(term=>list[term]===index)}function cellsOfTerms({planes:{starts,term_inputs:inputs}}){let cells=new Uint16Array(inputs.
values.length);for(let cell=0;cell+1<starts.values.length;cell+=1)cells.fill(cell,starts.values[cell],starts.values[cell+
1]);return cells}function involved(board,volume,index){let terms=termsOf(board,volume,index),{term_inputs:inputs,term_weights:weights}=board.
planes,outputs=new Set(terms.map(term=>board.cells[term]));return(volume==="outputs"||volume==="counts")&&outputs.add(index),
{inputs:new Set(volume==="inputs"?[index]:terms.map(term=>inputs.values[term])),weights:new Set(volume==="weights"?[index]:
terms.map(term=>weights.values[term])),outputs,counts:outputs}}function outputsAfter(board,steps){let{outputs,inputs,weights,
term_inputs:fromInput,term_weights:fromWeight}=board.planes;if(!board.stamps)return outputs.values.map((value,cell)=>cell<
steps?value:NaN);let sums=new Float32Array(outputs.values.length).fill(NaN);return board.cells.forEach((cell,term)=>{if(fromInput.
values[term]>=steps)return;let product=inputs.values[fromInput.values[term]]*weights.values[fromWeight.values[term]];sums[cell]=
(Number.isNaN(sums[cell])?0:sums[cell])+product}),sums}var stepsOf=board=>board.planes[board.stamps?"inputs":"outputs"].
values.length;function sumOf(board,cell){let{inputs,weights,outputs,term_inputs:fromInput,term_weights:fromWeight}=board.
planes,terms=termsOf(board,"outputs",cell),values=terms.map(term=>inputs.values[fromInput.values[term]]),factors=terms.map(
term=>weights.values[fromWeight.values[term]]),written=writeSum(values,factors,0,outputs.values[cell]),denominator=board.
denominators[0]*board.denominators[1];return{written,denominator,count:terms.length,total:outputs.values[cell]}}function lineOf({
written},[top,bottom],start,end){if(top===1&&bottom===1)return line2(written,start,end);let over=(number,denominator)=>{
let text=denominator===1?number:`${number}/${denominator}`;return number.startsWith("−")?`(${text})`:text};return written.
terms.slice(start,end).map(({value,weight})=>`${over(value,top)} × ${over(weight,bottom)}`).join(" + ")}function pieces2(board,cell,unfolded){
let found=sumOf(board,cell),{count,written,denominator}=found,write3=(start,end2)=>lineOf(found,board.denominators,start,
end2),end=` = ${fraction(found.total,denominator)}${decimal2(found.total,denominator)}`;if(count===0)return[];if(count<=
MOST_TERMS||unfolded)return[write3(0,count),end];let part2=overText(partOf(written,KEPT,count-1),denominator);return[`${write3(
0,KEPT)} + `,{fold:count-KEPT-1,part:part2},` + ${write3(count-1,count)}`,end]}var overText=(text,denominator)=>denominator===
1?text:`${text}/${denominator}`;function fraction(number,denominator){return overText(simple(number),denominator)}function decimal2(number,denominator){
if(denominator===1)return"";let value=number/denominator,text=String(Number(value.toPrecision(4)));return` ${Math.abs(Number(
text)-value)<1e-12?"=":"≈"} ${marked(text)}`}var GAP2=8;function arrangement([,rows,columns],places,cell){let down=1+Math.max(...places.map(([row])=>row)),across=1+Math.
max(...places.map(([,column])=>column)),[stepDown,stepAcross]=[rows*cell+GAP2,columns*cell+GAP2];return{rows,columns,places,
cell,down,across,width:across*stepAcross-GAP2,height:down*stepDown-GAP2,corner:map=>[places[map][1]*stepAcross,places[map][0]*
stepDown]}}function widthOf([,,columns],places){let across=1+Math.max(...places.map(([,column])=>column));return[across*
columns,across-1]}function unravel({rows,columns},index){return{map:Math.floor(index/(rows*columns)),row:Math.floor(index/
columns)%rows,column:index%columns}}function cornerOf(arranged2,index){let{map,row,column}=unravel(arranged2,index),[left,
top]=arranged2.corner(map);return[left+column*arranged2.cell,top+row*arranged2.cell]}function cellUnder2({rows,columns,cell,
places,corner},x,y){for(let map=0;map<places.length;map+=1){let[left,top]=corner(map),[row,column]=[Math.floor((y-top)/cell),
Math.floor((x-left)/cell)];if(row>=0&&column>=0&&row<rows&&column<columns)return(map*rows+row)*columns+column}return null}
function neighbour({rows,columns,places,down,across},index,key){let count=places.length*rows*columns;if(key==="Home")return 0;
if(key==="End")return count-1;let step2=arrow(key);if(step2===null)return null;let{map,row,column}=unravel({rows,columns},
index),[y,x]=[places[map][0]*rows+row+step2[0],places[map][1]*columns+column+step2[1]];for(;y>=0&&x>=0&&y<down*rows&&x<across*
columns;y+=step2[0],x+=step2[1]){let found=places.findIndex(([r,c])=>r===Math.floor(y/rows)&&c===Math.floor(x/columns));
if(found>=0)return(found*rows+y%rows)*columns+x%columns}return index}var BETWEEN=28,[SMALLEST,SNUG,ROOMY,LARGEST]=[26,31,34,46],TALLEST=270;function arrangeMaps(board,width){let ways=[8,2,1].
map(across=>sideBySide(board,width,across)),beside=ways.find(({cell})=>cell>=ROOMY)??ways.reduce((one,other)=>other.cell>
one.cell?other:one);if(beside.cell>=SMALLEST)return arranged(board,beside.places,()=>Math.min(LARGEST,beside.cell));let alone=[
1,2,8].map(across=>placesOf(board,across)),side=(name,places2)=>(width-4-widthOf(board.shapes[name],places2)[1]*GAP2)/widthOf(
board.shapes[name],places2)[0],fitting=name=>alone.findLast(places2=>side(name,places2[name])>=ROOMY)??alone[0],places=Object.
fromEntries(Object.keys(board.shapes).map(name=>[name,fitting(name)[name]]));return arranged(board,places,name=>Math.min(
38,Math.floor(side(name,places[name]))))}function arranged({shapes},places,cell){return Object.fromEntries(Object.keys(shapes).
map(name=>[name,arrangement(shapes[name],places[name],cell(name))]))}function placesOf({shapes,places},across){let inLines=([
count])=>Array.from({length:count},(_,at)=>[Math.floor(at/across),at%across]);return Object.fromEntries(Object.keys(shapes).
map(name=>[name,name==="weights"?places:inLines(shapes[name])]))}function sideBySide(board,width,across){let places=placesOf(
board,across),names=Object.keys(board.shapes),lines=board.stamps?[names.slice(0,2),...names.slice(2).map(name=>[name])]:
names.map(name=>[name]),sizes=name=>widthOf(board.shapes[name],places[name]),widest=lines.map(line3=>line3.map(sizes).reduce(
(one,other)=>other[0]>one[0]?other:one)),[cells,gaps]=[0,1].map(at=>widest.reduce((sum,each)=>sum+each[at],0)),tall=name=>board.
shapes[name][1]*(1+Math.max(...places[name].map(([row])=>row))),tallest=Math.max(...lines.map(line3=>line3.reduce((sum,name)=>sum+
tall(name),0))),room=width-(lines.length-1)*BETWEEN-gaps*GAP2-4;return{places,cell:Math.floor(Math.min(room/cells,Math.max(
SNUG,TALLEST/tallest)))}}function drawMap(board,name,canvas,values){let arranged2=board.arranged[name],context=fit(canvas,
arranged2.width,arranged2.height);name==="weights"&&drawEmptySpots(board,context,arranged2);let pixels=paintValues(values,
board.scales[name],board.palettes[paletteFor(board.scales[name])]),denominator={weights:board.denominators[1],inputs:board.
denominators[0],counts:1}[name]??board.denominators[0]*board.denominators[1];values.forEach((value,index)=>{let[left,top]=cornerOf(
arranged2,index),known=!Number.isNaN(value);context.fillStyle=known?css(pixels[index]):board.theme.ground,context.fillRect(
left,top,arranged2.cell,arranged2.cell),context.strokeStyle=board.theme.line,context.lineWidth=1,context.strokeRect(left+
.5,top+.5,arranged2.cell-1,arranged2.cell-1),known&&writeIn(context,fraction(value,denominator),left,top,arranged2.cell,
inkOn(pixels[index]))})}var css=pixel=>`rgb(${pixel&255} ${pixel>>8&255} ${pixel>>16&255})`;function drawEmptySpots(board,context,{
down,across,places,rows,columns,cell}){context.strokeStyle=board.theme.line,context.setLineDash([3,4]);for(let spot=0;spot<
down*across;spot+=1){let[row,column]=[Math.floor(spot/across),spot%across];places.some(([r,c])=>r===row&&c===column)||context.
strokeRect(column*(columns*cell+GAP2)+1,row*(rows*cell+GAP2)+1,columns*cell-2,rows*cell-2)}context.setLineDash([])}function writeIn(context,text,left,top,cell,ink){
context.font=`600 ${Math.max(14,Math.min(18,Math.round(cell*.46)))}px system-ui, sans-serif`,context.measureText(text).width>
cell-2&&(context.font="14px system-ui, sans-serif"),!(context.measureText(text).width>cell)&&(context.fillStyle=ink,context.
textAlign="center",context.textBaseline="middle",context.fillText(text,left+cell/2,top+cell/2+1))}function markMap(board,name,canvas,cells,subject){
let arranged2=board.arranged[name],context=fit(canvas,arranged2.width,arranged2.height);name==="inputs"&&!board.stamps&&
strikeSkipped(context,arranged2,cells);let inset=1.5,around2=(index,thick)=>{let[left,top]=cornerOf(arranged2,index);frame(
context,left+inset,top+inset,arranged2.cell-2*inset,arranged2.cell-2*inset,board.theme.accent,thick)};for(let index of cells)
index!==subject&&around2(index,1.75);subject!==null&&around2(subject,3.5)}function strikeSkipped(context,arranged2,cells){
context.lineWidth=2,context.strokeStyle="rgba(128, 128, 128, 0.95)";for(let index of skipped(arranged2,cells)){let[left,
top]=cornerOf(arranged2,index),[near,far]=[arranged2.cell*.16,arranged2.cell*.84];context.beginPath(),context.moveTo(left+
near,top+far),context.lineTo(left+far,top+near),context.stroke()}}function skipped({rows,columns},cells){let found=[],maps=new Map;
for(let index of cells){let{map,row,column}=unravel({rows,columns},index);maps.set(map,[...maps.get(map)??[],[row,column]])}
for(let[map,taps]of maps){let[top,left]=[0,1].map(axis=>Math.min(...taps.map(tap=>tap[axis]))),[bottom,right]=[0,1].map(
axis=>Math.max(...taps.map(tap=>tap[axis])));for(let row=top;row<=bottom;row+=1)for(let column=left;column<=right;column+=
1){let index=(map*rows+row)*columns+column;cells.has(index)||found.push(index)}}return found}function writeSum2(board,{volume,index},turn){let sum=board.find(".sum");if(volume!=="outputs"&&volume!=="counts"){sum.textContent=
board.words[`where_${board.stamps&&volume==="inputs"?"stamp":volume}`]??"";return}let parts=pieces2(board,index,board.unfolded);
parts.length===0&&parts.push(board.words.nothing),sum.replaceChildren(...parts.map((part2,at)=>onPage(board,part2,at===parts.
length-1,turn)));let folds=parts.some(part2=>typeof part2!="string");board.unfolded&&!folds&&termsOf(board,"outputs",index).
length>9&&sum.append(" ",button(board.words.fold,turn))}function onPage(board,part2,last,turn){return typeof part2!="str\
ing"?button(put(board.words.more,{count:part2.fold,part:part2.part}),turn):last?made("b",part2):part2}function button(text,onclick){
return Object.assign(made("button",text),{type:"button",onclick})}function sentence2(board,volume,index){let[,rows,columns]=board.
shapes[volume],{map,row,column}=unravel({rows,columns},index),terms=termsOf(board,volume,index),cells=new Set(terms.map(
term=>board.cells[term])).size,[to,from]=volume==="weights"?board.places[map]:[map,map];return put(board.words[`at_${volume}`],
{map:to,input:from,row,column,cells,label:board.labels[volume]?.[index]??column,all:board.planes.outputs.values.length,terms:terms.
length,value:writtenOf(board,volume,board.planes[volume].values[index])})}function writtenOf({denominators:[top,bottom]},volume,value){
let denominator={inputs:top,weights:bottom,counts:1}[volume]??top*bottom;return Number.isNaN(value)?"":fraction(value,denominator)+
decimal2(value,denominator)}function tableOf2(board,volume,index,values){let{words,shared,captions,shapes,labels,places,
look}=board,[maps,rows,columns]=shapes[volume],{map,row,column}=unravel({rows,columns},index);if(look==="strips"){let line3=at=>[
String(labels[volume]?.[at]??at),writtenOf(board,volume,values[at])];return tableOfLines(shared,captions[volume],[words.
table_place,words.table_value],{count:values.length,at:index,line:line3})}let[to,from]=volume==="weights"?places[map]:[map,
map],which=volume==="weights"?words.table_weights:words.table_map,caption=maps>1?`${captions[volume]}. ${put(which,{map:to,
input:from})}`:captions[volume];return tableOfCells(shared,caption,{rows,columns},[row,column],(down,across)=>writtenOf(
board,volume,values[(map*rows+down)*columns+across]))}var HEIGHTS={inputs:92,weights:80,outputs:100},LABELS=18,WIDEST2=56,BAR="#9a9cab";function arrangeStrips(board,width,at){
let[positions,taps]=[board.shapes.inputs[2],board.shapes.weights[3]??board.shapes.weights[2]],slot=Math.min(WIDEST2,width/
(positions+2*board.padding)),offsets={inputs:board.padding,weights:at,outputs:(taps-1)/2},total=slot*(positions+2*board.
padding);return Object.fromEntries(Object.keys(board.shapes).map(name=>[name,{slot,offset:offsets[name],width:total,height:HEIGHTS[name]}]))}
function positionUnder({slot,offset},count,x){let position=Math.floor(x/slot-offset);return position>=0&&position<count?
position:null}function drawStrip(board,name,canvas,values,cells,subject){let{slot,offset,width,height}=board.arranged[name],
context=fit(canvas,width,height),[low,high]=board.scales[name],margin=asFraction(board,name)?36:18,room=height-LABELS-margin-
(low<0?margin:0),y=value=>margin+(high-value)/(high-low||1)*room;context.fillStyle=board.theme.line,context.fillRect(0,y(
0),width,1),values.forEach((value,index)=>{let left=(index+offset)*slot;if(label(board,context,name,index,left+slot/2,height),
Number.isNaN(value))return;context.fillStyle=cells.has(index)?board.theme.accent:BAR;let[top,bottom]=[Math.min(y(value),
y(0)),Math.max(y(value),y(0))];context.fillRect(left+1,top,slot-2,Math.max(1.5,bottom-top)),index===subject&&outline(board,
context,left,top,slot,Math.max(2,bottom-top)),write2(board,context,name,value,left+slot/2,value<0?bottom+margin-3:top-3,
slot)})}function outline(board,context,left,top,width,height){context.strokeStyle=board.theme.text,context.lineWidth=2,context.
strokeRect(left+1,top,width-2,height)}function label(board,context,name,index,middle,height){let text=String(board.labels[name]?.[index]??
index),{slot}=board.arranged[name];slot<18&&index%5!==0||(context.font="14px system-ui, sans-serif",context.fillStyle=board.
theme.text,context.textAlign="center",context.textBaseline="alphabetic",context.fillText(text,middle,height-4))}function denominatorOf(board,name){
let[top,bottom]=board.denominators;return{inputs:top,weights:bottom}[name]??top*bottom}function asFraction(board,name){return board.
fractions||name==="weights"&&board.denominators[1]!==1}function write2(board,context,name,value,middle,base,slot){let denominator=denominatorOf(
board,name);if(context.font="600 14px system-ui, sans-serif",context.fillStyle=board.theme.text,context.textAlign="cente\
r",context.textBaseline="alphabetic",asFraction(board,name)){stacked(context,value,denominator,middle,base,slot);return}
let fitting=[2,1,0].map(digits2=>simple(Number((value/denominator).toFixed(digits2)))).find(each=>context.measureText(each).
width<=slot-2);fitting!==void 0&&context.fillText(fitting,middle,base)}function stacked(context,value,denominator,middle,base,slot){
let[above2,below]=[fraction(value,1),String(denominator)],wide=Math.max(context.measureText(above2).width,context.measureText(
below).width);wide>slot-1||(context.fillText(above2,middle,base-16),context.fillRect(middle-wide/2,base-13,wide,1),context.
fillText(below,middle,base))}var WHOLE_PLAY=9e3,STEP=[130,600],NOT_YET=null,NONE=[-1,-1],stage_default=makeStage({root:".kinds",open,take,plays,draw,
mark,describe:describe2,table,picture,onWhite:!0});function open(board){board.root.onkeydown=event=>{event.target.tagName!==
"BUTTON"&&press({keys:{" ":board.player.toggle}},event)}}function take(board){board.player.drop(),Object.assign(board,{held:null,
played:NOT_YET,unfolded:!1,cells:cellsOfTerms(board)}),board.root.classList.toggle("strips",board.look==="strips"),buildFigures(
board),buildControls(board,{play:board.player.toggle,back:()=>stepByHand(board,-1),forward:()=>stepByHand(board,1),save:board.
save})}function buildFigures(board){let figures=Object.fromEntries(Object.keys(board.shapes).map(name=>[name,makeFigure(
board,name)])),{inputs,weights,...rest}=figures,column=Object.assign(document.createElement("div"),{className:"column"});
column.append(inputs,weights),board.figures=figures,board.find(".volumes").replaceChildren(...board.stamps?[column]:[inputs,
weights],...Object.values(rest))}function makeFigure(board,name){let figure=document.createElement("figure");figure.dataset.
volume=name,figure.innerHTML='<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></canvas><canv\
as></canvas></div><div class="legend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>',
part(figure,"figcaption").textContent=board.captions[name];let[low,high]=board.scales[name];part(figure,".bar").style.background=
gradient(board.planes[paletteFor([low])].values),part(figure,".low").textContent=simple(low),part(figure,".high").textContent=
simple(high);let canvas=part(figure,"canvas");return canvas.setAttribute("aria-label",board.captions[name]),bindPointer(
canvas,{at:event=>under(board,name,pointIn(event,canvas)),look:index=>board.hover(index===null||board.playing?null:{volume:name,
index}),choose:index=>choose(board,name,index)}),bindKeys(canvas,{layout:()=>(key,at)=>neighbour(placesOf2(board,name),at,
key),at:()=>standing2(board,name),go:index=>choose(board,name,Number(index))}),figure}function under(board,name,[x,y]){return board.
look==="strips"?positionUnder(board.arranged[name],board.planes[name].values.length,x):cellUnder2(board.arranged[name],x,
y)}function placesOf2({look,arranged:arranged2,shapes},name){let[,rows,columns]=shapes[name];return look==="strips"?{rows,
columns,places:[[0,0]],down:1,across:1}:arranged2[name]}function standing2(board,name){let{volume,index}=subjectOf(board);
return volume===name?index:name==="outputs"||name==="counts"?chosen(board):0}function chosen({view:{map,row,column},shapes:{
outputs:[,rows,columns]}}){return(map*rows+row)*columns+column}function subjectOf(board){return board.hovered!==null?board.
hovered:board.played!==NOT_YET?{volume:board.stamps?"inputs":"outputs",index:Math.max(0,board.played-1)}:board.held??{volume:"\
outputs",index:chosen(board)}}function draw(board){showControls(board),board.look==="maps"&&(board.arranged=arrangeMaps(
board,breadth(board.root)))}function mark(board){let subject=subjectOf(board),lit=involved(board,subject.volume,subject.
index);board.look==="strips"&&(board.at=subject.volume==="outputs"?subject.index:board.at??chosen(board),board.arranged=
arrangeStrips(board,breadth(board.root),board.at));for(let[name,figure]of Object.entries(board.figures)){let[cells,marks2]=figure.
querySelectorAll("canvas"),values=valuesOf(board,name),own=subject.volume===name?subject.index:null;board.look==="strips"?
drawStrip(board,name,cells,values,lit[name],own):(drawMap(board,name,cells,values),markMap(board,name,marks2,lit[name],own))}}
var valuesOf=(board,name)=>name==="outputs"&&board.played!==NOT_YET?outputsAfter(board,board.played):board.planes[name].
values;function table(board){let subject=subjectOf(board),lit=involved(board,subject.volume,subject.index);return Object.
keys(board.shapes).map(name=>{let own=name===subject.volume,index=own?subject.index:Math.min(...lit[name],board.planes[name].
values.length-1),shown=tableOf2(board,name,index,valuesOf(board,name));return own?shown:{...shown,at:NONE}})}function describe2(board){
let subject=subjectOf(board);return writeSum2(board,subject,()=>{board.unfolded=!board.unfolded,board.follow()}),sentence2(
board,subject.volume,subject.index)}function choose(board,volume,index){board.player.stop();let settles=volume==="output\
s"||volume==="counts";Object.assign(board,{hovered:null,played:NOT_YET,held:settles?null:{volume,index}}),settles?board.
move(placeOf(board,index)):board.follow()}var placeOf=({shapes:{outputs:[,rows,columns]}},index)=>unravel({rows,columns},
index);function plays(board){return{begin:()=>{let full=board.played===NOT_YET;return full&&step(board,1),full},advance:steps=>(step(
board,steps),board.played!==NOT_YET),pace:()=>1e3/Math.max(STEP[0],Math.min(STEP[1],WHOLE_PLAY/stepsOf(board))),started:()=>showControls(
board),stopped:()=>{showControls(board),board.follow()}}}function stepByHand(board,by){board.player.stop(),step(board,by)}
function step(board,by){let all=stepsOf(board),now=(board.played??(by>0?0:all+1))+by;board.hovered=board.held=null,board.
played=now<1||now>all?NOT_YET:now,board.played===NOT_YET&&!board.stamps?board.move(placeOf(board,now<1?0:all-1)):board.follow()}
function picture({root,captions}){return{file:captions.file,title:captions.title,figures:figuresIn(root.querySelectorAll(
"figure"))}}export{stage_default as default};
