var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_CELLS=11,MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/
2)));return[start,Math.min(count,start+most)]}function tableOfCells(words,caption,{rows,columns},[row,column],read){let[
[top,bottom],[left,right]]=[around(rows,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole2=bottom-top===rows&&right-
left===columns,part2={top,bottom:bottom-1,left,right:right-1,rows,columns,row,column},[down,across]=[numbers(top,bottom),
numbers(left,right)];return{caption,note:whole2?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??
"",{column:at}))],rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read(at,place2))]),at:[row-top,column-
left]}}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),
MOST_LINES),note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,
rows:numbers(first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},
(_,index)=>start+index);var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}var NOT_A_NUMBER=65535,PLUS_INFINITY=65534,MINUS_INFINITY=65533,HIGHEST_LEVEL=65532;function limits(low,high,range){let signed=low<
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
bottom,top],palette,pixels,at){let span2=top-bottom,slope=span2>0?255*step/span2:0,base=span2>0?255*(low-bottom)/span2:127.5,
off=0;for(let index=0;index<count;index+=1){let code=codes[start+index],colour;if(code>HIGHEST_LEVEL)colour=code===NOT_A_NUMBER?
palette.nan:palette.infinite,off+=1;else{let level=base+code*slope;level<-.5||level>255.5?(colour=palette.clipped,off+=1):
colour=palette.colours[level+.5|0]}pixels[at+index]=colour}return off}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
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
at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{held||act.look?.(null,event)}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(
rows,columns);return[Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}var withScale=(title,[low,high])=>`${title} (${say(low,high-low)} … ${say(high,high-low)})`;var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll('[ro\
le="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-descri\
bedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element=>[
...element.childNodes].map(({textContent})=>textContent).join(" ");function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
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
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes2,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes2)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=
[0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{
places,width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,
figures);function savePicture(root,fileName,title,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
document.createElement("canvas"));measure2.font=FONT;let sizes2=shown.map(({canvases:[canvas2],caption})=>[Math.max(canvas2.
clientWidth,measure2.measureText(caption).width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes2,WIDEST);measure2.
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
definition),stage.soon=()=>soon(stage,definition);let told=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told(),rest),stage.settle=(change2={})=>{Object.assign(stage.view,change2),
stage.redraw(),stage.tellSoon()},stage.move=(change2,tells=!0)=>{Object.assign(stage.view,change2),stage.follow(),tells&&
stage.tellSoon()},stage.hover=place2=>{JSON.stringify(place2)!==JSON.stringify(stage.hovered)&&(stage.hovered=place2,stage.
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
onWhite&&redraw(stage,definition))}function follow(stage,{mark:mark2,describe:describe2,aloud,region=".readout"}){mark2?.(
stage);let said=describe2?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud||said!==null)&&hear(stage.aloud,
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function layOut(count,rows,columns,width,height,smallest){let aspect=rows/columns,widest=0;for(let across2=1;across2<=count;across2+=
1){let tileWidth=(width-(across2-1)*3)/across2,tileHeight2=tileWidth*aspect,down2=Math.ceil(count/across2),scaled=down2*
(tileHeight2+3)-3<=height?tileWidth:Math.min(tileWidth,(height-(down2-1)*3)/down2/aspect);widest=Math.max(widest,scaled)}
let tile=Math.max(Math.floor(widest),Math.min(smallest,width)),across=Math.max(1,Math.min(count,Math.floor((width+3)/(tile+
3)))),tileHeight=Math.max(1,Math.round(tile*aspect)),down=Math.ceil(count/across);return{across,down,width:tile,height:tileHeight,
totalHeight:down*(tileHeight+3)-3}}function corner(layout,place2){return[place2%layout.across*(layout.width+3),Math.floor(
place2/layout.across)*(layout.height+3)]}function cellAt(layout,count,rows,columns,x,y){let across=Math.floor(x/(layout.
width+3)),place2=Math.floor(y/(layout.height+3))*layout.across+across;if(x<0||y<0||across>=layout.across||place2>=count)
return null;let[left,top]=corner(layout,place2),row=Math.floor((y-top)/layout.height*rows),column=Math.floor((x-left)/layout.
width*columns);return row<rows&&column<columns?{place:place2,row,column}:null}var LEFT=56,[RIGHT,TOP,GAP2]=[6,20,26],[BAR,MARK]=["#7f8794","#d9772f"],THINNEST=3;function span(...series){let[low,high]=[
0,0];for(let values of series)for(let value of values??[])value<low&&Number.isFinite(value)&&(low=value),value>high&&Number.
isFinite(value)&&(high=value);return low===high?[0,1]:[low,high]}function widths(count,width){let step=Math.max(THINNEST,
(width-LEFT-RIGHT)/count);return{step,whole:Math.max(width,Math.ceil(LEFT+RIGHT+step*count))}}function channelAt(x,step,count){
return Math.max(0,Math.min(count-1,Math.floor((x-LEFT)/step)))}function drawBars(canvas,charts,channel,width,height,theme){
let{step,whole:whole2}=widths(charts[0].values.length,width),context=fit(canvas,whole2,height),tall=(height-TOP-GAP2*(charts.
length-1)-8)/charts.length;return context.font=`14px ${theme.font}`,charts.forEach((chart,index)=>{let top=TOP+index*(tall+
GAP2);context.fillStyle=theme.accent,context.globalAlpha=.16,context.fillRect(LEFT+channel*step-1,top,Math.max(step,2)+2,
tall),context.globalAlpha=1,drawChart(context,chart,{top,tall,step,whole:whole2,channel,theme})}),step}function drawChart(context,{
label,values,marks:marks2},{top,tall,step,whole:whole2,channel,theme}){let[low,high]=span(values,marks2),place2=value=>top+
tall-(value-low)/(high-low)*tall,zero=place2(0),thick=Math.max(1,step>4?step-1:step);values.forEach((value,index)=>{context.
fillStyle=index===channel?theme.accent:BAR;let end=place2(value);context.fillRect(LEFT+index*step,Math.min(zero,end),thick,
Math.max(1,Math.abs(end-zero)))}),context.fillStyle=MARK,marks2?.forEach((value,index)=>context.fillRect(LEFT+index*step-
.5,place2(value)-1,thick+1,2.5)),writeAxis(context,label,[low,high],place2,whole2,theme)}function writeAxis(context,label,[
low,high],place2,whole2,theme){context.fillStyle=theme.text,context.fillRect(LEFT,place2(0)-.5,whole2-LEFT-RIGHT,1),context.
textAlign="left",context.fillText(label,LEFT,place2(high)-6),context.textAlign="right";let brief=value=>value===0?"0":say(
value,Math.abs(value)*100),far=place2(low)-place2(high);high>0&&context.fillText(brief(high),LEFT-6,place2(high)+10),low<
0&&far>0&&context.fillText(brief(low),LEFT-6,place2(low)+2),place2(0)-place2(high)>26&&(low===0||place2(low)-place2(0)>16)&&
context.fillText("0",LEFT-6,place2(0)+5)}function makeChoices(holder,words,name,options,choose){let buttons=options.map(option=>{let button=made("button",words[`${name}\
_${option}`]);return button.type="button",button.dataset.option=option,button.setAttribute("role","radio"),button.onclick=
()=>choose(option),button});holder.replaceChildren(...buttons),bindKeys(holder,{layout:()=>({kind:"list",count:options.length,
wraps:!0}),at:()=>buttons.findIndex(button=>button.matches(":focus")),go:at=>{buttons[at].focus(),choose(options[at])}})}
function markChoices(holder,chosen){for(let button of holder.querySelectorAll("button")){let on=button.dataset.option===
chosen;button.setAttribute("aria-checked",String(on)),button.tabIndex=on?0:-1}}var KINDS=["means","deviations"],SINGLE={means:"mean",deviations:"deviation"},sizes=({shape:[channels,rows,columns]})=>({
channels,rows,columns}),valueAt=(stage,kind,channel,row,column)=>{let{rows,columns}=sizes(stage),{codes,low,step}=stage.
maps[kind];return decode(codes[(channel*rows+row)*columns+column],low[channel],step[channel])};function readPlace(stage,channel=stage.
view.channel,row=stage.view.row,column=stage.view.column){let[mean,deviation]=KINDS.map(kind=>say(valueAt(stage,kind,channel,
row,column),0)),[own,ownDeviation]=KINDS.map(kind=>say(stage.planes[SINGLE[kind]].values[channel],0));return put(stage.words.
place,{channel,row,column,mean,deviation,own,own_deviation:ownDeviation})}function table(stage){let{words,shared,planes,
view}=stage,names=["mean","deviation","running_mean","running_deviation"].filter(name=>planes[name]),channels=tableOfLines(
shared,words.per_channel,[words.table_map,...names.map(name=>words[name])],{count:sizes(stage).channels,at:view.channel,
line:channel=>[String(channel),...names.map(name=>say(planes[name].values[channel],0))]}),cell=[view.row,view.column],maps=KINDS.
map(kind=>tableOfCells(shared,put(words[`${kind}_of`],view),sizes(stage),cell,(row,column)=>say(valueAt(stage,kind,view.
channel,row,column),0)));return[channels,...maps]}function readChannel(stage,channel){let{words,planes}=stage,read=name=>planes[name]?
say(planes[name].values[channel],0):"",values=Object.fromEntries(["mean","deviation","running_mean","running_deviation"].
map(name=>[name,read(name)]));return put(planes.running_mean?words.channel_running:words.channel,{channel,...values})}function limitsOf({low,step},singles,first,end){let[lowest,highest]=[1/0,-1/0];for(let channel=first;channel<end;channel+=
1)lowest=Math.min(lowest,low[channel],singles[channel]),highest=Math.max(highest,low[channel]+HIGHEST_LEVEL*step[channel],
singles[channel]);return limits(lowest,highest,"auto")}function share(value,[low,high]){if(!(high>low))return value===low?
.5:null;let found=(value-low)/(high-low);return found>=-1e-6&&found<=1+1e-6?Math.max(0,Math.min(1,found)):null}function drawScale(canvas,scale,planes,marked2,label,width,theme){
let context=fit(canvas,width,58),palette=planes[paletteFor(scale)].values;for(let x2=0;x2<width;x2+=1){let at=Math.min(255,
Math.floor(256*x2/width))*3;context.fillStyle=`rgb(${palette[at]} ${palette[at+1]} ${palette[at+2]})`,context.fillRect(x2,
22,1.5,14)}let range=scale[1]-scale[0];context.font=`14px ${theme.font}`,context.fillStyle=theme.text,context.textAlign=
"left",context.fillText(say(scale[0],range*10),0,52),context.textAlign="right",context.fillText(say(scale[1],range*10),width,
52);let place2=share(marked2,scale);if(place2===null)return;let x=place2*width;context.beginPath(),context.moveTo(x,24),
context.lineTo(x-6,16),context.lineTo(x+6,16),context.fill(),context.fillRect(x-1,18,2,22);let half=context.measureText(
label).width/2;context.textAlign="center",context.fillText(label,Math.max(half,Math.min(width-half,x)),12)}var[NARROW,LARGEST,SMALLEST_TILE,GRID]=[640,210,26,150],stage_default=makeStage({root:".statistics",narrow:NARROW,open,take,
draw,mark,describe:readPlace,table,picture});function open(stage){bindBars(stage,stage.find(".channels canvas"));for(let kind of KINDS)
bindMap(stage,stage.find(`[data-key=${kind}] canvas`));bindGrid(stage,stage.find(".grid canvas"))}function take(stage){let{
words,find,planes}=stage,coded=kind=>[kind,{codes:planes[`${kind}_codes`].values,low:planes[`${kind}_low`].values,step:planes[`${kind}\
_step`].values}];stage.maps=Object.fromEntries(KINDS.map(coded)),find(".marks").replaceChildren(...planes.running_mean?[
document.createElement("i"),words.running]:[words.no_running]),makeChoices(find("[data-name=grid]"),words,"grid",KINDS,grid=>change(
stage,{grid},!0)),makeChoices(find("[data-name=scope]"),words,"scope",["layer","map"],scope=>change(stage,{scope},!0))}function change(stage,part2,settled){
let{channel,grid,scope}=stage.view,next2={...stage.view,...part2};next2.channel===channel&&next2.grid===grid&&next2.scope===
scope?stage.move(part2,settled):stage.settle(part2)}function bindBars(stage,canvas){bindPointer(canvas,{at:event=>channelAt(
pointIn(event,canvas)[0],stage.step,sizes(stage).channels),look:channel=>hover(stage,channel),choose:channel=>change(stage,
{channel},!0)}),bindKeys(canvas,{layout:()=>({kind:"list",count:sizes(stage).channels,rises:!0}),at:()=>stage.view.channel,
go:channel=>change(stage,{channel},!0)})}function hover(stage,channel){stage.find(".readout").textContent=channel===null?
readPlace(stage):readChannel(stage,channel)}function bindMap(stage,canvas){let point=([row,column],settled)=>change(stage,
{row,column},settled);bindPointer(canvas,{at:event=>cellUnder(event,canvas,sizes(stage)),look:cell=>cell&&point(cell,!1),
choose:cell=>point(cell,!0)}),bindKeys(canvas,{layout:()=>({kind:"cells",...sizes(stage)}),at:()=>[stage.view.row,stage.
view.column],go:cell=>point(cell,!0)})}function bindGrid(stage,canvas){bindPointer(canvas,{at:event=>{let{channels,rows,
columns}=sizes(stage);return cellAt(stage.layout,channels,rows,columns,...pointIn(event,canvas))},look:(found,event)=>{found?
stage.find(".readout").textContent=readPlace(stage,found.place,found.row,found.column):event.type==="pointerleave"&&hover(
stage,null)},choose:found=>change(stage,{channel:found.place,row:found.row,column:found.column},!0)})}var scaleFor=(stage,kind,channel=stage.
view.channel)=>{let[first,end]=stage.view.scope==="layer"?[0,sizes(stage).channels]:[channel,channel+1];return limitsOf(
stage.maps[kind],stage.planes[SINGLE[kind]].values,first,end)};function draw(stage){let{words,planes,view,theme,find}=stage,
width=breadth(stage.root);markChoices(find("[data-name=grid]"),view.grid),markChoices(find("[data-name=scope]"),view.scope);
for(let kind of KINDS)drawMap(stage,kind);let charts=[{label:words.mean,values:planes.mean.values,marks:planes.running_mean?.
values},{label:words.deviation,values:planes.deviation.values,marks:planes.running_deviation?.values}],bars=find(".chann\
els canvas"),height=width<NARROW?260:Math.max(230,find(".large").offsetHeight/perUnit()-28);stage.step=drawBars(bars,charts,
view.channel,breadth(find(".box")),height,theme),setSlider(bars,view.channel,sizes(stage).channels-1,readChannel(stage,view.
channel)),drawGrid(stage,width)}function setSlider(canvas,now,most,text){let values={"aria-valuemin":0,"aria-valuemax":most,
"aria-valuenow":now,"aria-valuetext":text};for(let[name,value]of Object.entries(values))canvas.setAttribute(name,String(
value))}function painted(stage,kind,channel,scale){let{rows,columns}=sizes(stage),{codes,low,step}=stage.maps[kind],pixels=new Uint32Array(
rows*columns),palette=stage.palettes[paletteFor(scale)];return paintCodes(codes,channel*pixels.length,pixels.length,low[channel],
step[channel],scale,palette,pixels,0),canvasOf(pixels,rows,columns)}function drawMap(stage,kind){let{view:{channel},words,
planes,theme,find}=stage,{rows,columns}=sizes(stage),figure=find(`[data-key=${kind}]`),scale=scaleFor(stage,kind),[width,
height]=sizeOf({rows,columns},Math.min(LARGEST,breadth(figure))),canvas=figure.querySelector(".plane canvas");place(fit(
canvas,width,height),painted(stage,kind,channel,scale),[0,0,columns,rows],[0,0,width,height]);let single=planes[SINGLE[kind]].
values[channel],label=put(words.marked,{value:say(single,scale[1]-scale[0])});drawScale(figure.querySelector(".scale"),scale,
planes,single,label,breadth(figure),theme);let caption=put(words[`${kind}_of`],{channel});figure.querySelector("figcapti\
on").textContent=caption,canvas.setAttribute("aria-label",caption)}function drawGrid(stage,width){let{channels,rows,columns}=sizes(
stage),{grid}=stage.view;stage.layout=layOut(channels,rows,columns,width,GRID,SMALLEST_TILE);let context=fit(stage.find(
".grid canvas"),width,stage.layout.totalHeight);for(let channel=0;channel<channels;channel+=1){let[left2,top2]=corner(stage.
layout,channel);place(context,painted(stage,grid,channel,scaleFor(stage,grid,channel)),[0,0,columns,rows],[left2,top2,stage.
layout.width,stage.layout.height])}let marks2=fit(stage.find(".grid canvas + canvas"),width,stage.layout.totalHeight),[left,
top]=corner(stage.layout,stage.view.channel);frame(marks2,left,top,stage.layout.width,stage.layout.height,stage.theme.accent)}
function mark(stage){let{rows,columns}=sizes(stage),{channel,row,column}=stage.view;for(let kind of KINDS){let figure=stage.
find(`[data-key=${kind}]`),[canvas,marks2]=figure.querySelectorAll(".plane canvas"),[width,height]=[breadth(canvas),canvas.
clientHeight/perUnit()],[wide,tall]=[Math.max(7,width/columns),Math.max(7,height/rows)];frame(fit(marks2,width,height),column*
width/columns,row*height/rows,wide,tall,stage.theme.accent),figure.querySelector(".value").textContent=say(valueAt(stage,
kind,channel,row,column),0)}}function picture(stage){let{captions,words,view,find}=stage,figures=KINDS.map(kind=>{let caption=withScale(
put(words[`${kind}_of`],{channel:view.channel}),scaleFor(stage,kind));return{canvases:[find(`[data-key=${kind}] .plane c\
anvas`)],caption}}),scope=view.scope==="layer"?withScale(words[view.grid],scaleFor(stage,view.grid)):words[view.grid];return figures.
push({canvases:[find(".channels canvas")],caption:words.per_channel}),figures.push({canvases:[find(".grid canvas")],caption:`${words.
all_maps}: ${scope}`}),{file:captions.file,title:captions.title,figures}}export{stage_default as default};
