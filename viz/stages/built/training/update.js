var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at2){
return typeof layout=="function"?layout(key,at2):layout.kind==="cells"?nextCell(layout,key,at2):nextNumber(layout,key,at2)}
function nextCell({rows,columns,corners=!1},key,[row2,column]){if(key==="Home")return[corners?0:row2,0];if(key==="End")return[
corners?rows-1:row2,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row2+step[0],column+step[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row2,column]}function nextNumber(layout,key,at2){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at2+(key==="PageDown"?layout.page:-layout.page)));let step=arrow(
key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at2+step[0]*downwards(layout)+step[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at2}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element,act){CONTROLS.includes(element.tagName)||WIDGETS.includes(element.getAttribute(
"role")??"")||element.setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,
at:at2,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&
layout&&at2?next(layout(),event.key,at2()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&
go?.(to))}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,"\
,"));function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):
text)}var simple=number=>marked(String(number));function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at2=above(element);at2!==null;at2=above(at2))top+=at2.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}
function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes4,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes4)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=
[0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{
places,width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,
figures);function figuresIn(elements){return[...elements].map(element=>({canvases:[...element.querySelectorAll("canvas")],
caption:element.querySelector("figcaption")?.textContent??""}))}function savePicture(root,fileName,title,figures){let shown2=figures.
filter(({canvases})=>canvases[0].clientWidth>0),measure3=contextOf(document.createElement("canvas"));measure3.font=FONT;
let sizes4=shown2.map(({canvases:[canvas2],caption})=>[Math.max(canvas2.clientWidth,measure3.measureText(caption).width),
canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes4,WIDEST);measure3.font=`600 ${FONT}`;let wide=Math.max(width,
measure3.measureText(title).width)+2*MARGIN,canvas=document.createElement("canvas");[canvas.width,canvas.height]=[wide*2,
(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);context.scale(2,2),context.fillStyle="#ffffff",context.fillRect(
0,0,canvas.width,canvas.height),context.fillStyle="#16171d",context.font=`600 ${FONT}`,context.textBaseline="top",context.
fillText(title,MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=!1,shown2.forEach(({canvases,caption},index)=>{
let[left,top]=[places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.fillText(caption,left,top);for(let each of canvases)
context.drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement("a");link.href=URL.createObjectURL(
blob),link.download=fileName,root.append(link),link.click(),link.remove(),setTimeout(()=>URL.revokeObjectURL(link.href),
1e3)}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
{kept:new Map,coming:new Map,base:""},page.convoscopeParcels}function atHand(key){let{kept:kept2}=shelf(),found=kept2.get(
key);if(found!==void 0)return kept2.delete(key),kept2.set(key,found),found}function parcel(key,visit,lost=()=>{},delays=DELAYS){
let{kept:kept2,coming}=shelf(),found=atHand(key);if(found!==void 0)return Promise.resolve(found);let under=coming.get(key);
if(under!==void 0)return under.tries>=delays.length?under.found:under.found.catch(()=>parcel(key,visit,lost,delays));let promise=insisted(
key,visit,lost,delays).then(bytes=>(kept2.set(key,bytes),makeRoom(kept2,bytes),bytes)).finally(()=>coming.delete(key));return coming.
set(key,{found:promise,tries:delays.length}),promise}function makeRoom(kept2,newest){let weight=[...kept2.values()].reduce(
(sum,{length})=>sum+length,0);for(let[key,bytes]of kept2){if(weight<=67108864)return;bytes!==newest&&(kept2.delete(key),
weight-=bytes.length)}}async function insisted(key,visit,lost,delays){for(let delay of[...delays,null]){let found=await asked(
key,visit);if(found!==null)return found;if(delay===null)break;lost(),await new Promise(resolve=>setTimeout(resolve,delay))}
throw new Error(`no parcel ${key}`)}async function asked(key,visit){let held=shelf();for(let base of held.base?[held.base]:
bases())try{let answer=await fetch(new URL(`payload/${key}`,base),{headers:{"x-visit":visit}});if(answer.ok&&answer.headers.
get("content-type")?.startsWith(KIND))return held.base=base,new Uint8Array(await answer.arrayBuffer())}catch{}return null}
function bases(){let{origin,pathname}=new URL(document.baseURI),inside=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.
endsWith("/")?[inside]:[inside,`${origin}${pathname}/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row2=Object.values(stage.ahead?.layer??{}),at2=row2.
indexOf(key);at2<0||(stage.lull=setTimeout(()=>{for(let next2 of[row2[at2+1],row2[at2-1]])next2!==void 0&&fetchAhead(stage,
next2)},LULL))}async function fetchAhead(stage,key){if(!(atHand(key)!==void 0||document.hidden||isMetered())&&!([...unused.
values()].reduce((sum,bytes)=>sum+bytes,0)>=MOST_UNUSED))try{unused.set(key,(await parcel(key,stage.visit??"",void 0,[])).
length)}catch{}}function isMetered(){let{saveData=!1,type="",effectiveType="4g"}=navigator.connection??{};return saveData||
type==="cellular"||effectiveType!=="4g"}function expect(stage,key){stage.expected={key,view:JSON.stringify(stage.view),until:performance.
now()+PATIENCE}}function met(stage,keys,view){let{expected}=stage;return!expected||!keys.includes(expected.key)||(stage.
expected=null,expected.view===null)?"news":JSON.stringify(stage.view)!==expected.view?"older":JSON.stringify({...stage.view,
...view})===expected.view?"same":"news"}function wait(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.
key)?0:Math.max(0,expected.until-performance.now())}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole4,name)=>values[name]??whole4),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST2=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"hear\
d"});live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.
after(live,description);let aloud2={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("f\
ocusout",()=>describe(aloud2)),aloud2}function hear(aloud2,text){aloud2.now=[text].flat().map(sentence),aloud2.root.matches(
":focus-within")||describe(aloud2),aloud2.said??=aloud2.now,clearTimeout(aloud2.timer),newsOf(aloud2)!==""&&wait2(aloud2)}
var sentence=text=>text.replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at2)=>part2!==
said?.[at2]).join(" ").trim();function wait2(aloud2){aloud2.timer=setTimeout(()=>{if(aloud2.busy())return wait2(aloud2);
elsewhere(aloud2.root)||(aloud2.live.textContent=newsOf(aloud2)),aloud2.said=aloud2.now},REST2)}function elsewhere(root){
let held=document.activeElement?.shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".he\
ard")!==null}function describe({description,now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.
querySelectorAll('[role="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute(
"aria-describedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}
var textOf=element=>[...element.childNodes].map(({textContent})=>textContent).join(" ");function makeButton(name,label,act,sign=null){let button=Object.assign(made("button",sign??label),{type:"button",className:name,
onclick:act});return sign!==null&&button.setAttribute("aria-label",label),sign!==null&&button.setAttribute("title",label),
button}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,
!0)}function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}function makeTransport(words,{name,label,min},act){
let group=Object.assign(document.createElement("span"),{className:"transport"}),slider=Object.assign(document.createElement(
"input"),{type:"range",name,min:String(min),step:"1"});return slider.setAttribute("aria-label",label),slider.oninput=()=>act.
show(Number(slider.value)),group.append(makeButton("play",words.play,act.play,"▶"),makeButton("back",words.back,()=>act.
step(-1),"−"),slider,makeButton("on",words.on,()=>act.step(1),"+")),group}function showTransport(find,words,{at:at2,max,
said,playing}){let slider=find(".transport input");Object.assign(slider,{max,value:at2}),slider.setAttribute("aria-value\
text",said);let play=find(".transport .play");play.textContent=playing?"❚❚":"▶";for(let name of["aria-label","titl\
e"])play.setAttribute(name,playing?words.pause:words.play);play.setAttribute("aria-pressed",String(!!playing)),allow(find(
".transport .back"),at2>Number(slider.min)),allow(find(".transport .on"),at2<max)}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown:shown2,visit,hash,done},ending)=>shown2!==null&&ending.visit===visit&&ending.hash!==hash&&
ending.knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var MOST_CELLS=11;function around(count,at2,most){let start=Math.max(0,Math.min(count-most,at2-Math.floor(most/2)));return[start,Math.min(
count,start+most)]}function tableOfCells(words,caption,{rows,columns},[row2,column],read){let[[top,bottom],[left,right]]=[
around(rows,row2,MOST_CELLS),around(columns,column,MOST_CELLS)],whole4=bottom-top===rows&&right-left===columns,part2={top,
bottom:bottom-1,left,right:right-1,rows,columns,row:row2,column},[down,across]=[numbers(top,bottom),numbers(left,right)];
return{caption,note:whole4?"":put(words.part??"",part2),columns:["",...across.map(at2=>put(words.column??"",{column:at2}))],
rows:down.map(at2=>[put(words.row??"",{row:at2}),...across.map(place2=>read(at2,place2))]),at:[row2-top,column-left]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+index);function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept2)=>{forget(),held&&
grip.release?.(event,kept2),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}function cellUnder(event,element,shape){let[row2,column]=cellsTo(event,element,shape).map(Math.floor);return row2>=0&&column>=
0&&row2<shape.rows&&column<shape.columns?[row2,column]:null}function cellsTo(event,element,{rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
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
panel.note??"",canvas.tabIndex=panel.stop?0:-1,canvas.setAttribute("aria-label",nameOf(panel));let point2=(cell,chosen)=>act.
point(panel.key,...cell,chosen);bindPointer(canvas,{at:event=>cellUnder(event,canvas,panel),look:cell=>cell===null?act.rest?.(
panel.key):point2(cell,!1),choose:cell=>point2(cell,!0)});let{at:at2}=act;return at2&&bindKeys(canvas,{layout:()=>({kind:"\
cells",...shapeOf(panel)}),at:()=>at2(panel.key),go:cell=>point2(cell,!0)}),figure}var nameOf=({title,label,note})=>[title,
label,note].filter(Boolean).join(", "),tablesOf=(words,panels,{at:at2,read})=>panels.map(panel=>tableOfCells(words,nameOf(
panel),panel,at2(panel),(row2,column)=>read(panel,row2*panel.columns+column)));var shapeOf=({rows,columns})=>({rows,columns});function scaleOver(maps2){let[low,high]=[1/0,-1/0];for(let values of maps2)for(let value of values)value<low&&value>-1/0&&
(low=value),value>high&&value<1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){
let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(brought.map(name=>[
name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(rows,columns);return[
Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}function drawPanel(panel,side,scale,palettes){
let{values,rows,columns,canvas}=panel;panel.size=sizeOf(panel,side);let source=canvasOf(paintValues(values,scale,palettes[paletteFor(
scale)]),rows,columns);place(fit(canvas,...panel.size),source,[0,0,columns,rows],[0,0,...panel.size]),panel.figure.style.
maxWidth=px(Math.max(side,panel.size[0]))}function markPanel({marks:marks2,size:[width,height],rows,columns},boxes2,accent){
let context=fit(marks2,width,height),[across,down]=[width/columns,height/rows];for(let box of boxes2){let wide=Math.max(
SMALLEST_MARK,box.columns*across),tall=Math.max(SMALLEST_MARK,box.rows*down),within2=(start,length,most)=>Math.max(1,Math.
min(most-1-length,start));frame(context,within2(box.left*across,wide,width),within2(box.top*down,tall,height),wide,tall,
accent,box.thick??2)}}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
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
keys.map((key,at2)=>[key,found[at2]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
"fetching","");let lost=()=>holder.awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).
then(ready,()=>holder.awaited===data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),...forced,
ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4f7",line:"\
#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
frame2),document.removeEventListener("visibilitychange",hide),stage.playing=!1},stop=(ended=!1)=>{stage.playing&&(drop(),
play.stopped(ended))},start=()=>{if(still()){play.stopped(!play.begin()&&!play.advance(1));return}stage.playing=!0,document.
addEventListener("visibilitychange",hide),play.begin(),play.started(),run2()},run2=()=>{let last=null,owed=0,tick=now=>{
let pace=play.pace();owed+=Math.min(now-(last??now),Math.max(LATE,1e3/pace))*pace/1e3,last=now;let steps=Math.floor(owed+
1e-9);owed-=steps,steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
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
let{scrollLeft,scrollTop}=box,shown2=read();nameAfter(tables,shown2),box.replaceChildren(...shown2.map(tableOf)),Object.
assign(box,{scrollLeft,scrollTop})}function showPresent(box){let present2=box.querySelector('td[aria-current="true"]');if(!(present2 instanceof
HTMLElement))return;let[inner,outer]=[present2.getBoundingClientRect(),box.getBoundingClientRect()];box.scrollLeft+=inner.
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at:at2=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells,row2)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row2===at2[0]?at2[1]:null))),table2.append(title,head,
body),table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at2=null){let row2=document.
createElement("tr");return row2.append(...cells),at2!==null&&(at2<0?row2:cells[at2+1])?.setAttribute("aria-current","tru\
e"),row2}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
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
let{hash,visit,done,shown:shown2,words:shared={}}=stage.course,same=stage.received!==null&&stage.visit===visit;if(same&&
stage.hash===hash&&stage.serial!==void 0)return;let{view,...rest}=opened(data),meeting=met(stage,keys,view);if(meeting===
"same"){Object.assign(stage,rest,{received:rest.serial??0,hash,visit,planes:stage.planes}),lookAround(stage,keys[0]);return}
let other=rest.serial===void 0?done<=(shown2??0):rest.serial!==stage.received,anew=meeting!=="older"&&(!same||other);Object.
assign(stage,rest,{received:rest.serial??0,hash,visit,shared}),stage.tables&&nameTables(stage.tables,shared),anew&&takeOver(
stage,view,rest.serial!==void 0),stage.palettes=palettesOf(stage.planes),present(stage,anew,definition),meeting==="older"&&
stage.tellSoon(),lookAround(stage,keys[0])}function takeOver(stage,view,unhover){clearTimeout(stage.timer),stage.player?.
drop(),stage.view={...view},unhover&&(stage.hovered=null)}function present(stage,anew,{take:take2,drawn}){speak(stage.root,
stage),take2?.(stage,anew),stage.redraw(),stage.root.dataset.drawn=String(drawn?drawn(stage):stage.received)}function showAhead(stage,key,kind,definition){
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
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make3,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make3();value!==null&&stage.tell(value)},rest)}}var COLUMNS=["logit","probability","target","delta"],STEPS=["linear","softmax","loss","d_linear"];function bindClasses(stage,point2){
let body=stage.find(".classes tbody"),rowOf=({target})=>target.closest("tr");bindPointer(body,{at:event=>rowOf(event)?.sectionRowIndex??
null,look:row2=>row2!==null&&point2(row2),choose:row2=>point2(row2)});let table2=stage.find(".classes table");table2.tabIndex=
0,bindKeys(table2,{layout:()=>({kind:"list",count:body.rows.length}),at:()=>stage.pointed?.key==="linear"?stage.pointed.
row:0,go:point2})}function rowsOf({classes,families,view,steps,case:{forward,backward}}){let ours=view.loss==="cross_ent\
ropy";return classes[families[view.source]].map((name,at2)=>{let numbers2=[forward.logits[at2],ours?forward.probabilities[at2]:
NaN,+(at2===view.label),backward.logits[at2]];return[name,...numbers2.map((number,column)=>view.step<steps.indexOf(STEPS[column])?
"":Number.isNaN(number)&&!ours?"–":column===2?whole(number):say(number,0))]})}function showClasses(stage){let{find,words,
view,pointed}=stage,heads=["class",...COLUMNS].map(name=>Object.assign(made("th",words[`column_${name}`]),{scope:"col"})),
line3=document.createElement("tr");line3.append(...heads),find(".classes thead").replaceChildren(line3),find(".classes t\
able").setAttribute("aria-label",words.classes);let rows=rowsOf(stage).map(([name,...cells],at2)=>{let row2=document.createElement(
"tr");return row2.append(Object.assign(made("th",name),{scope:"row"}),...cells.map(cell=>made("td",cell))),row2.classList.
toggle("true",at2===view.label),row2.classList.toggle("pointed",pointed?.key==="linear"&&pointed.row===at2),row2});find(
".classes tbody").replaceChildren(...rows)}function tableOfClasses(stage){let{words,pointed}=stage,columns=["class",...COLUMNS].
map(name=>words[`column_${name}`]),rows=rowsOf(stage).map(([name,...cells])=>[name,...cells.map(cell=>cell||"–")]);return{
caption:words.classes,columns,rows,...pointed?.key==="linear"?{at:[pointed.row,-1]}:{}}}var[LOWEST,PER_DECADE,DECADES]=[-3,10,6],LAST_NOTCH=PER_DECADE*DECADES+1,rateAt=notch=>notch<=0?0:Number((10**(LOWEST+(notch-
1)/PER_DECADE)).toPrecision(2)),notchOf=rate=>rate<10**LOWEST/2?0:Math.min(LAST_NOTCH,Math.max(1,Math.round((Math.log10(
rate)-LOWEST)*PER_DECADE)+1));var PHASES=["forward","loss","backward","update"];function buildControls(stage,act){let{find,words,sources,options,initial:initial2}=stage,
numbered=(count,name)=>Array.from({length:count},(_,at2)=>[String(at2),put(words[name],{number:at2})]);find(".controls").
replaceChildren(choice(words,"source",sources.map(({key,label})=>[key,label]),act.source),choice(words,"label",[],value=>act.
change({label:Number(value)})),choice(words,"loss",options.loss.map(key=>[key,words[`loss_${key}`]]),loss=>act.change({loss})),
choice(words,"pool",options.pool.map(key=>[key,words[`pool_${key}`]]),pool=>act.change({pool})),choice(words,"seed",numbered(
initial2.length,"seed_number"),value=>act.change({seed:Number(value)})),choice(words,"kernel",numbered(initial2[0][1].length,
"kernel_number"),value=>act.change({kernel:Number(value)})),makeRate(words,act)),find(".phases").replaceChildren(...PHASES.
map(name=>makeButton(name,words[name],()=>act.phase(name))),makeTransport(words,{name:"step",label:words.step,min:0},act),
makeButton("again",words.again,act.again),makeButton("anew",words.anew,act.anew),makeButton("save",words.save_png,act.save))}
function choice(words,name,entries,act){let select=Object.assign(document.createElement("select"),{name});for(let[value,
label2]of entries)select.add(new Option(label2,value));select.onchange=()=>act(select.value);let label=document.createElement(
"label");return label.append(words[name],select),label}function makeRate(words,act){let slider=Object.assign(document.createElement(
"input"),{type:"range",name:"notch",min:"0",max:String(LAST_NOTCH),step:"1"});slider.setAttribute("aria-label",words.rate_slider),
slider.oninput=()=>act.rate(simple(rateAt(Number(slider.value))));let field=Object.assign(document.createElement("input"),
{type:"text",inputMode:"decimal",name:"rate",autocomplete:"off"});field.onchange=()=>act.rate(field.value);let label=document.
createElement("label");label.append(words.rate,field);let both2=Object.assign(document.createElement("span"),{className:"\
rate"});return both2.append(label,slider),both2}function showControls({find,view,words,classes,families,steps,limits:limits2,
playing,case:{done}},said){let names=classes[families[view.source]],label=find("select[name=label]");label.dataset.names!==
names.join(`
`)&&(label.replaceChildren(...names.map((name,at2)=>new Option(name,String(at2)))),label.dataset.names=names.join(`
`));for(let name of["source","label","loss","pool","seed","kernel"])find(`select[name=${name}]`).value=String(view[name]);
find("input[name=rate]").value=simple(view.rate);let slider=find("input[name=notch]");slider.value=String(notchOf(view.rate)),
slider.setAttribute("aria-valuetext",simple(view.rate)),showTransport(find,words,{at:view.step,max:steps.length-1,said,playing});
let next2=PHASES.find((_,at2)=>view.step<lastOf(steps,at2));for(let name of PHASES)find(`.phases .${name}`).classList.toggle(
"next",name===next2);allow(find(".again"),done<limits2.updates),allow(find(".anew"),done>0||view.step>0)}var lastOf=(steps,phase)=>steps.
indexOf(["softmax","loss","d_kernel","update"][phase]);var LN2_HIGH=.6931471803691238,LN2_LOW=19082149292705877e-26,FACTORIAL=inverseFactorials(13),ODD=Array.from({length:11},
(_,index)=>2/(2*(11-index)+1)),BITS=new DataView(new ArrayBuffer(8));function inverseFactorials(last){let found=[];for(let n=2,
factorial=2;n<=last;n+=1,factorial*=n)found.push(1/factorial);return Float64Array.from(found.reverse())}function powerOfTwo(n){
return BITS.setUint32(0,n+1023<<20),BITS.setUint32(4,0),BITS.getFloat64(0)}function exp(x){if(!(x>-746))return Number.isNaN(
x)?x:0;if(x>710)return 1/0;let k=Math.floor(x*Math.LOG2E+.5),r=x-k*LN2_HIGH-k*LN2_LOW,sum=FACTORIAL[0];for(let index=1;index<
FACTORIAL.length;index+=1)sum=sum*r+FACTORIAL[index];let half=k>>1;return(1+(r+r*r*sum))*powerOfTwo(half)*powerOfTwo(k-half)}
function log(x){if(!(x>0)||x===1/0)return x===0?-1/0:x>0?x:NaN;let small=x<22250738585072014e-324;BITS.setFloat64(0,small?
x*0x40000000000000:x);let high=BITS.getUint32(0);BITS.setUint32(0,high&1048575|1072693248);let above2=BITS.getFloat64(0)>
Math.SQRT2,m=BITS.getFloat64(0)*(above2?.5:1),e=(high>>>20)-1023+(above2?1:0)-(small?54:0),s=(m-1)/(m+1),square=s*s,sum=ODD[0];
for(let index=1;index<ODD.length;index+=1)sum=sum*square+ODD[index];return e*LN2_HIGH+(2*s+(s*square*sum+e*LN2_LOW))}var Refused=class extends RangeError{constructor(field,value,bound){super(`${field} is ${shown(value)}; it must be ${bound}`),
this.name="Refused",this.field=field,this.value=value,this.bound=bound}};function shown(value){let text=typeof value=="o\
bject"&&value!==null?JSON.stringify(value):String(value);return text.length>60?`${text.slice(0,60)}…`:text}function whole3(field,value,low,high){
if(typeof value=="number"&&Number.isInteger(value)&&value>=low&&value<=high)return value;throw new Refused(field,value,`\
a whole number from ${low} to ${high}`)}function finite(field,value,low,high=1/0){if(typeof value=="number"&&Number.isFinite(
value)&&value>=low&&value<=high)return value;throw new Refused(field,value,`a finite number ${high===1/0?`of at least ${low}`:
`from ${low} to ${high}`}`)}function oneOf(field,value,known){let found=known.find(each=>each===value);if(found!==void 0)
return found;throw new Refused(field,value,`one of ${known.join(" | ")}`)}function both({field,given},name,otherwise,low,high){
let value=given[name]??otherwise;if(!Array.isArray(value))return new Array(2).fill(whole3(`${field}.${name}`,value,low,high));
if(value.length!==2)throw new Refused(`${field}.${name}`,value,"a whole number, or [rows, columns]");return value.map(each=>whole3(
`${field}.${name}`,each,low,high))}var MOST=16777216;function roomy(field,value,count){if(count>MOST)throw new Refused(field,
value,`smaller: it would take ${count} numbers, more than ${MOST}`)}function withBias({field,given:{bias=!0}}){if(typeof bias!=
"boolean")throw new Refused(`${field}.bias`,bias,"true or false");return bias}function onlyFields({field,given},known){let strange=Object.
keys(given).find(name=>name!=="kind"&&!known.includes(name));if(strange)throw new Refused(`${field}.${strange}`,given[strange],
`left out: a ${given.kind} has ${known.join(" | ")||"no settings"}`)}function maps({field,given},input){if(input.length===
3)return input;throw new Refused(field,given.kind,`before the layer that flattens: it needs maps, and is given ${input.join(
"×")} numbers`)}function row({field,given},input){if(input.length===1)return input;throw new Refused(field,given.kind,`\
behind a layer that flattens: it needs numbers in a row, and is given maps of ${input.join("×")}`)}function into(buffer,field,values,count){
if(values.length!==count)throw new Refused(`${field}.length`,values.length,String(count));for(let at2=0;at2<count;at2+=1)
if(buffer[at2]=values[at2],buffer[at2]-buffer[at2]!==0)throw new Refused(`${field}[${at2}]`,values[at2],"a finite number")}var WARMING=16,WORDS=4294967296;function generator(seed){whole3("seed",seed,0,WORDS-1);let state=new Int32Array([seed,seed,
seed,1]),next2=()=>mixed(state),uniform=()=>next2()/WORDS;for(let round=0;round<WARMING;round+=1)next2();return{state,next:next2,
uniform,between:(low,high)=>low+(high-low)*uniform(),below:bound=>Math.floor(uniform()*bound),normal:()=>normal(uniform),
shuffle:items=>shuffled(items,uniform)}}function mixed(state){let[a,b,c,counter]=state,sum=a+b+counter|0;return state[0]=
b^b>>>9,state[1]=c+(c<<3),state[2]=(c<<21|c>>>11)+sum,state[3]=counter+1,sum>>>0}function normal(uniform){for(;;){let[x,
y]=[2*uniform()-1,2*uniform()-1],square=x*x+y*y;if(square>0&&square<1)return x*Math.sqrt(-2*log(square)/square)}}function shuffled(items,uniform){
for(let last=items.length-1;last>0;last-=1){let other=Math.floor(uniform()*(last+1));[items[last],items[other]]=[items[other],
items[last]]}return items}function crossEntropy(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<labels.length;picture2+=1){let begin=picture2*
classes,{largest,sum}=softened(outputs,begin,classes);total+=log(sum)+largest-outputs[begin+labels[picture2]];for(let unit2=0;unit2<
classes;unit2+=1){let share=exp(outputs[begin+unit2]-largest)/sum;dy[begin+unit2]=(share-(unit2===labels[picture2]?1:0))/
labels.length}}return total/labels.length}function squaredError(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<
labels.length;picture2+=1)for(let unit2=0;unit2<classes;unit2+=1){let at2=picture2*classes+unit2,over=outputs[at2]-(unit2===
labels[picture2]?1:0);total+=over*over/2,dy[at2]=over/labels.length}return total/labels.length}function softened(outputs,begin,classes){
let largest=outputs[begin];for(let at2=begin+1;at2<begin+classes;at2+=1)outputs[at2]>largest&&(largest=outputs[at2]);let sum=0;
for(let at2=begin;at2<begin+classes;at2+=1)sum+=exp(outputs[at2]-largest);return{largest,sum}}function softmax(outputs,classes){
let shares=outputs.slice();for(let begin=0;begin<outputs.length;begin+=classes){let{largest,sum}=softened(outputs,begin,
classes);for(let at2=begin;at2<begin+classes;at2+=1)shares[at2]=exp(outputs[at2]-largest)/sum}return shares}var LOSSES={
cross_entropy:crossEntropy,squared_error:squaredError};var sizeOf2=shape=>shape.reduce((product,length)=>product*length,1);function make(asked2,input){return onlyFields(asked2,[]),{output:input}}var relu={make,forward({output},{x,y,count}){let end=count*
sizeOf2(output);for(let at2=0;at2<end;at2+=1)y[at2]=(x[at2]+Math.abs(x[at2]))/2},backward({output},{y,dy,dx,count}){let end=count*
sizeOf2(output);for(let at2=0;dx&&at2<end;at2+=1)dx[at2]=dy[at2]*+(y[at2]>0)+0}},sigmoid={make,forward({output},{x,y,count}){
let end=count*sizeOf2(output);for(let at2=0;at2<end;at2+=1)y[at2]=1/(1+exp(-x[at2]))},backward({output},{y,dy,dx,count}){
let end=count*sizeOf2(output);for(let at2=0;dx&&at2<end;at2+=1)dx[at2]=dy[at2]*y[at2]*(1-y[at2])}};var EPSILON=1e-5,MOMENTUM=.1,batchNorm={make(asked2,input,{zeros}){onlyFields(asked2,[]);let[channels]=input,filled=(part2,value)=>({
name:`${asked2.name}.${part2}`,shape:[channels],values:zeros(channels).fill(value)});return{output:input,parameters:[filled(
"weight",1),filled("bias",0)],running:[filled("running_mean",0),filled("running_var",1)],scratch:{means:new Float64Array(
channels),scales:new Float64Array(channels)}}},forward(layer,{x,y,count,training}){let{channels,positions}=sizes(layer);
if(training&&count*positions<2)throw new Refused("pictures",count,"more than one: batch norm has one value a channel, wh\
ich has no variance");let{means,scales}=layer.scratch,[gamma,beta]=layer.parameters;for(let channel=0;channel<channels;channel+=
1){training?measure2(layer,x,count,channel):recall(layer,channel);let[mean,slope,shift]=[means[channel],gamma.values[channel]*
scales[channel],beta.values[channel]];for(let picture2=0;picture2<count;picture2+=1){let begin=(picture2*channels+channel)*
positions;for(let at2=begin;at2<begin+positions;at2+=1)y[at2]=(x[at2]-mean)*slope+shift}}},backward(layer,{x,dy,dx,count,
training},[dGamma,dBeta]){let{channels,positions}=sizes(layer),{means,scales}=layer.scratch,[gamma]=layer.parameters;for(let channel=0;channel<
channels;channel+=1){let[mean,scale]=[means[channel],scales[channel]],[sum,weighted]=sums(layer,x,dy,count,channel);dBeta.
values[channel]+=sum,dGamma.values[channel]+=weighted;let[share,tilt]=training?[sum/(count*positions),weighted*scale/(count*
positions)]:[0,0];for(let picture2=0;dx&&picture2<count;picture2+=1){let begin=(picture2*channels+channel)*positions;for(let at2=begin;at2<
begin+positions;at2+=1)dx[at2]=gamma.values[channel]*scale*(dy[at2]-share-(x[at2]-mean)*tilt)}}}},sizes=({input:[channels,
rows=1,columns=1]})=>({channels,positions:rows*columns});function measure2(layer,x,count,channel){let{channels,positions}=sizes(
layer),values=count*positions,moment=(centre,power)=>{let sum=0;for(let picture2=0;picture2<count;picture2+=1){let begin=(picture2*
channels+channel)*positions;for(let at2=begin;at2<begin+positions;at2+=1)sum+=power===1?x[at2]-centre:(x[at2]-centre)*(x[at2]-
centre)}return sum},mean=moment(0,1)/values,squares=moment(mean,2),[means,variances]=layer.running;means.values[channel]=
(1-MOMENTUM)*means.values[channel]+MOMENTUM*mean,variances.values[channel]=(1-MOMENTUM)*variances.values[channel]+MOMENTUM*
squares/(values-1),layer.scratch.means[channel]=mean,layer.scratch.scales[channel]=1/Math.sqrt(squares/values+EPSILON)}function recall({
running:[means,variances],scratch},channel){scratch.means[channel]=means.values[channel],scratch.scales[channel]=1/Math.
sqrt(variances.values[channel]+EPSILON)}function sums(layer,x,dy,count,channel){let{channels,positions}=sizes(layer),[mean,
scale]=[layer.scratch.means[channel],layer.scratch.scales[channel]],[sum,weighted]=[0,0];for(let picture2=0;picture2<count;picture2+=
1){let begin=(picture2*channels+channel)*positions;for(let at2=begin;at2<begin+positions;at2+=1)sum+=dy[at2],weighted+=dy[at2]*
(x[at2]-mean)}return[sum,weighted*scale]}function initial(asked2,shape,inputs,{zeros,random}){let bound=1/Math.sqrt(inputs),drawn=[{name:`${asked2.name}.weight`,
shape}];return withBias(asked2)&&drawn.push({name:`${asked2.name}.bias`,shape:[shape[0]]}),drawn.map(({name,shape:own})=>{
let values=zeros(sizeOf2(own));for(let index=0;index<values.length;index+=1)values[index]=random.between(-bound,bound);return{
name,shape:own,values}})}var doubled=new Float64Array(1024);function inDouble(values,count){count>doubled.length&&(doubled=new Float64Array(2*count));
for(let at2=0;at2<count;at2+=1)doubled[at2]=values[at2];return doubled}var weights=new Float64Array(1024),begins=new Int32Array(
1024);function addProduct(out,a,b,rows,inner,columns){inner>weights.length&&([weights,begins]=[new Float64Array(2*inner),
new Int32Array(2*inner)]);for(let row2=0;row2<rows;row2+=1){let count=gather(a,a.at+row2*a.down,b,inner),to=out.at+row2*
out.down,column=0;for(;column+8<=columns;column+=8)addEight(out.values,to+column*out.across,out.across,b.values,column*b.
across,b.across,count);for(;column<columns;column+=1)addOne(out.values,to+column*out.across,b.values,column*b.across,count)}}
function gather({values,across},start,b,inner){let count=0;for(let term=0,from=start,begin=b.at;term<inner;term+=1,from+=
across,begin+=b.down)weights[count]=values[from],begins[count]=begin,count+=+(values[from]!==0);return count}function addEight(out,to,step,b,from,across,count){
let s0=0,s1=0,s2=0,s3=0,s4=0,s5=0,s6=0,s7=0;for(let term=0;term<count;term+=1){let weight=weights[term],at2=begins[term]+
from;s0+=weight*b[at2],s1+=weight*b[at2+across],s2+=weight*b[at2+2*across],s3+=weight*b[at2+3*across],s4+=weight*b[at2+4*
across],s5+=weight*b[at2+5*across],s6+=weight*b[at2+6*across],s7+=weight*b[at2+7*across]}out[to]+=s0,out[to+step]+=s1,out[to+
2*step]+=s2,out[to+3*step]+=s3,out[to+4*step]+=s4,out[to+5*step]+=s5,out[to+6*step]+=s6,out[to+7*step]+=s7}function addOne(out,to,b,from,count){
let sum=0;for(let term=0;term<count;term+=1)sum+=weights[term]*b[begins[term]+from];out[to]+=sum}var spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room2=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room2<0)return 0;let count=Math.floor(room2/stride)+
1;return ceil&&(count-1)*stride>=size+padding?count-1:count}function taps(position,kernel,stride=1,padding=0,dilation=1){return Array.from({length:kernel},(_,tap)=>position*stride-
padding+tap*dilation)}var LARGEST=4096;function placedOn(asked2,[,...axes],{stride}){let size=both(asked2,"size",void 0,1,LARGEST),placed={size,
stride:both(asked2,"stride",stride==="size"?size:stride,1,LARGEST),padding:both(asked2,"padding",0,0,LARGEST)},positions=axes.
map((length,axis)=>outputSize(length,size[axis],placed.stride[axis],placed.padding[axis])),none=positions.findIndex(count=>count<
1);if(none<0)return{placed,positions};let room2=axes[none]+2*placed.padding[none];throw new Refused(`${asked2.field}.siz\
e`,asked2.given.size,`at most ${room2}, which is what the maps before it have room for`)}function runs({size,stride,padding},[
channels,rows,columns],[down,across]){let found=[],taps2=size[0]*size[1];for(let tap=0;tap<taps2;tap+=1){let[above2,beside]=[
Math.floor(tap/size[1])-padding[0],tap%size[1]-padding[1]],[top,bottom]=within(above2,stride[0],rows,down),[left,right]=within(
beside,stride[1],columns,across);for(let channel=0;channel<channels&&right>left;channel+=1)for(let row2=top;row2<bottom;row2+=
1){let from=(channel*rows+row2*stride[0]+above2)*columns+left*stride[1]+beside;found.push(from,(row2*across+left)*channels*
taps2+channel*taps2+tap,right-left)}}return Int32Array.from(found)}function within(tap,stride,length,count){let first=Math.
max(0,Math.ceil(-tap/stride));return[first,Math.max(first,Math.min(count,Math.floor((length-1-tap)/stride)+1))]}var convolution={make(asked2,input,making){onlyFields(asked2,["kernels","size","stride","padding","bias"]);let kernels=whole3(
`${asked2.field}.kernels`,asked2.given.kernels,1,65536),{placed,positions}=placedOn(asked2,maps(asked2,input),{stride:1}),
taps2=input[0]*placed.size[0]*placed.size[1],shape=[kernels,input[0],...placed.size];return roomy(`${asked2.field}.size`,
asked2.given.size,positions[0]*positions[1]*taps2),roomy(`${asked2.field}.kernels`,kernels,kernels*Math.max(taps2,positions[0]*
positions[1])),{output:[kernels,...positions],parameters:initial(asked2,shape,taps2,making),placed,scratch:{table:runs(placed,
input,positions),windows:new Float64Array(positions[0]*positions[1]*taps2),spread:making.zeros(positions[0]*positions[1]*
taps2)}}},forward(layer,{x,y,count}){let{taps:taps2,positions,kernels,inputs}=sizes2(layer),[weight,bias]=layer.parameters,
windows={values:layer.scratch.windows,at:0,down:1,across:taps2};for(let picture2=0;picture2<count;picture2+=1){let at2=picture2*
kernels*positions;for(let kernel=0;kernel<kernels;kernel+=1)y.fill(bias?bias.values[kernel]:0,at2+kernel*positions,at2+(kernel+
1)*positions);unfold(layer,x,picture2*inputs),addProduct({values:y,at:at2,down:positions,across:1},{values:weight.values,
at:0,down:taps2,across:1},windows,kernels,taps2,positions)}},backward(layer,{x,dy,dx,count},[dWeight,dBias]){let{taps:taps2,
positions,kernels,inputs}=sizes2(layer),windows={values:layer.scratch.windows,at:0,down:taps2,across:1},spread2={values:layer.
scratch.spread,at:0,down:taps2,across:1},weight={values:inDouble(layer.parameters[0].values,kernels*taps2),at:0,down:taps2,
across:1};dBias&&addSums(dBias.values,dy,kernels,positions,count),dx?.fill(0,0,count*inputs);for(let picture2=0;picture2<
count;picture2+=1){let at2=picture2*kernels*positions;unfold(layer,x,picture2*inputs);let delta={values:dy,at:at2,down:positions,
across:1};addProduct({values:dWeight.values,at:0,down:taps2,across:1},delta,windows,kernels,positions,taps2),dx&&(spread2.
values.fill(0),addProduct(spread2,{values:dy,at:at2,down:1,across:positions},weight,positions,kernels,taps2),fold(layer,
dx,picture2*inputs))}}};function sizes2({input:[channels,rows,columns],output:[kernels,down,across],placed:{size}}){return{
taps:channels*size[0]*size[1],positions:down*across,kernels,inputs:channels*rows*columns}}function addSums(sums2,dy,kernels,positions,count){
for(let kernel=0;kernel<kernels;kernel+=1){let sum=0;for(let picture2=0;picture2<count;picture2+=1){let at2=(picture2*kernels+
kernel)*positions;for(let place2=at2;place2<at2+positions;place2+=1)sum+=dy[place2]}sums2[kernel]+=sum}}function unfold(layer,x,at2){
let{table:table2,windows}=layer.scratch,{taps:taps2}=sizes2(layer),stride=layer.placed.stride[1];for(let index=0;index<table2.
length;index+=3){let from=at2+table2[index],to=table2[index+1];for(let left=table2[index+2];left>0;left-=1,from+=stride,
to+=taps2)windows[to]=x[from]}}function fold(layer,dx,at2){let{table:table2,spread:spread2}=layer.scratch,{taps:taps2}=sizes2(
layer),stride=layer.placed.stride[1];for(let index=0;index<table2.length;index+=3){let to=at2+table2[index],from=table2[index+
1];for(let left=table2[index+2];left>0;left-=1,to+=stride,from+=taps2)dx[to]+=spread2[from]}}var flatten={make(asked2,input){return onlyFields(asked2,[]),{output:[sizeOf2(input)]}},forward({output:[size]},{x,y,count}){
for(let at2=0;at2<count*size;at2+=1)y[at2]=x[at2]},backward({output:[size]},{dy,dx,count}){for(let at2=0;dx&&at2<count*size;at2+=
1)dx[at2]=dy[at2]}};var lying=(values,columns)=>({values,at:0,down:columns,across:1}),turned=(values,columns)=>({values,at:0,down:1,across:columns}),
linear={make(asked2,input,making){onlyFields(asked2,["units","bias"]);let units=whole3(`${asked2.field}.units`,asked2.given.
units,1,65536),[inputs]=row(asked2,input);return roomy(`${asked2.field}.units`,units,units*inputs),{output:[units],parameters:initial(
asked2,[units,inputs],inputs,making)}},forward({input:[inputs],output:[units],parameters:[weight,bias]},{x,y,count}){y.fill(
0,0,count*units);for(let at2=0;bias&&at2<count*units;at2+=1)y[at2]=bias.values[at2%units];addProduct(lying(y,units),lying(
x,inputs),turned(inDouble(weight.values,units*inputs),inputs),count,inputs,units)},backward({input:[inputs],output:[units],
parameters:[weight]},{x,dy,dx,count},[dWeight,dBias]){addProduct(lying(dWeight.values,inputs),turned(dy,units),lying(inDouble(
x,count*inputs),inputs),units,count,inputs);for(let at2=0;dBias&&at2<count*units;at2+=1)dBias.values[at2%units]+=dy[at2];
dx&&(dx.fill(0,0,count*inputs),addProduct(lying(dx,inputs),lying(dy,units),lying(inDouble(weight.values,units*inputs),inputs),
count,units,inputs))}};function make2(asked2,input){onlyFields(asked2,["size","stride","padding"]);let{placed,positions}=placedOn(asked2,maps(asked2,
input),{stride:"size"});if(placed.padding.some((padding,axis)=>2*padding>placed.size[axis]))throw new Refused(`${asked2.
field}.padding`,asked2.given.padding,`at most half the size, ${placed.size.join("×")}`);return{output:[input[0],...positions],
placed,scratch:{table:boxes(placed,input,positions)}}}var maxPool={make:make2,forward(layer,{x,y,count}){let winners=room(
layer,y),{columns,plane,planes,table:table2}=sizes3(layer,count);for(let map=0,place2=0;map<planes;map+=1)for(let box=0;box<
table2.length;box+=3,place2+=1){let first=map*plane+table2[box],end=first+table2[box+1]*columns,winner=first;for(let row2=first;row2<
end;row2+=columns)for(let at2=row2;at2<row2+table2[box+2];at2+=1)(x[at2]>x[winner]||Number.isNaN(x[at2]))&&(winner=at2);
winners[place2]=winner,y[place2]=x[winner]}},backward(layer,{dy,dx,count}){if(!dx)return;let{winners}=layer.scratch,{plane,
planes,table:table2}=sizes3(layer,count);dx.fill(0,0,planes*plane);for(let place2=0;place2<planes*table2.length/3;place2+=
1)dx[winners[place2]]+=dy[place2]}},averagePool={make:make2,forward(layer,{x,y,count}){let{columns,plane,planes,table:table2,
share}=sizes3(layer,count);for(let map=0,place2=0;map<planes;map+=1)for(let box=0;box<table2.length;box+=3,place2+=1){let first=map*
plane+table2[box],end=first+table2[box+1]*columns,sum=0;for(let row2=first;row2<end;row2+=columns)for(let at2=row2;at2<row2+
table2[box+2];at2+=1)sum+=x[at2];y[place2]=sum*share}},backward(layer,{dy,dx,count}){if(!dx)return;let{columns,plane,planes,
table:table2,share}=sizes3(layer,count);dx.fill(0,0,planes*plane);for(let map=0,place2=0;map<planes;map+=1)for(let box=0;box<
table2.length;box+=3,place2+=1){let first=map*plane+table2[box],end=first+table2[box+1]*columns;for(let row2=first;row2<
end;row2+=columns)for(let at2=row2;at2<row2+table2[box+2];at2+=1)dx[at2]+=dy[place2]*share}}};function room({scratch},y){
return scratch.winners.length<y.length&&(scratch.winners=new Int32Array(y.length)),scratch.winners}function boxes({size,
stride,padding},[,rows,columns],[down,across]){let found=[];for(let place2=0;place2<down*across;place2+=1){let[above2,beside]=[
Math.floor(place2/across)*stride[0]-padding[0],place2%across*stride[1]-padding[1]],[top,left]=[Math.max(0,above2),Math.max(
0,beside)];found.push(top*columns+left,Math.min(rows,above2+size[0])-top,Math.min(columns,beside+size[1])-left)}return Int32Array.
from(found)}function sizes3({input:[channels,rows,columns],placed:{size},scratch:{table:table2}},count){return{columns,plane:rows*
columns,planes:count*channels,table:table2,share:1/(size[0]*size[1])}}var OPERATIONS={conv:convolution,batch_norm:batchNorm,relu,sigmoid,max_pool:maxPool,average_pool:averagePool,flatten,linear};var BETAS=[.9,.999],EPSILON2=1e-8;function descend(weights2,gradient2,{rate,decay}){for(let at2=0;at2<weights2.length;at2+=
1)weights2[at2]-=rate*(gradient2[at2]+decay*weights2[at2])}function roll(weights2,gradient2,{rate,momentum,decay},{updates,
first},index){let speed=first[index],kept2=updates===1?0:momentum;for(let at2=0;at2<weights2.length;at2+=1)speed[at2]=kept2*
speed[at2]+gradient2[at2]+decay*weights2[at2],weights2[at2]-=rate*speed[at2]}function adapt(weights2,gradient2,{rate,decay},{
first,second,powers},index){let[means,squares]=[first[index],second[index]],[beta,slow]=BETAS,[step,root]=[rate/(1-powers[0]),
Math.sqrt(1-powers[1])];for(let at2=0;at2<weights2.length;at2+=1){let pull=gradient2[at2]+decay*weights2[at2];means[at2]=
beta*means[at2]+(1-beta)*pull,squares[at2]=slow*squares[at2]+(1-slow)*pull*pull,weights2[at2]-=step*means[at2]/(Math.sqrt(
squares[at2])/root+EPSILON2)}}var OPTIMIZERS={sgd:descend,momentum:roll,adam:adapt};function blank(optimizer,parameters){
let zeros=()=>parameters.map(({values})=>values.slice().fill(0)),[first,second]=[optimizer==="sgd"?[]:zeros(),optimizer===
"adam"?zeros():[]];return{optimizer,updates:0,first,second,powers:[1,1]}}function advance(memory){memory.updates+=1,memory.
powers=[memory.powers[0]*BETAS[0],memory.powers[1]*BETAS[1]]}function countOf({spec:{input}},pictures){let size=sizeOf2(input),count=pictures.length/size;if(Number.isInteger(count)&&
count>0)return count;throw new Refused("pictures.length",pictures.length,`a multiple of ${size}, which is ${input.join("\
×")}`)}function run(network,pictures,training){let count=countOf(network,pictures),{values}=roomFor(network,count);return into(
values[0],"pictures",pictures,pictures.length),network.layers.forEach((layer,index)=>{OPERATIONS[layer.kind].forward(layer,
{x:values[index],y:values[index+1],count,training})}),count}function back(network,count,training,whole4){let{layers,buffers:{
values,deltas}}=network,gradients=network.parameters.map(({name,shape,values:like})=>({name,shape,values:like.slice().fill(
0)})),end=gradients.length;for(let index=layers.length-1;index>=0;index-=1){let layer=layers[index],own=gradients.slice(
end-layer.parameters.length,end);end-=own.length;let dx=index>0||whole4?deltas[index]:null,back2={x:values[index],y:values[index+
1],dy:deltas[index+1],dx,count,training};OPERATIONS[layer.kind].backward(layer,back2,own)}return gradients}function roomFor(network,count){
let{buffers,layers,spec}=network;if(count<=buffers.capacity)return buffers;let shapes=[spec.input,...layers.map(({output})=>output)],
Room=spec.precision==="double"?Float64Array:Float32Array,rooms=()=>shapes.map(shape=>new Room(count*sizeOf2(shape)));return network.
buffers={capacity:count,values:rooms(),deltas:rooms()}}function kept({layers},buffers,count){return layers.map(({name,kind,
output},index)=>({name,kind,shape:[count,...output],values:buffers[index+1].slice(0,count*sizeOf2(output))}))}function everything(network,count){
let{values,deltas}=network.buffers,pictureDeltas=deltas[0].slice(0,count*sizeOf2(network.spec.input));return{values:kept(
network,values,count),deltas:kept(network,deltas,count),pictureDeltas}}var KINDS=Object.keys(OPERATIONS),LOSS_NAMES=Object.keys(LOSSES),OPTIMIZER_NAMES=Object.keys(OPTIMIZERS);function createNetwork(spec,seed){
let Room=oneOf("precision",spec.precision??"single",["single","double"])==="double"?Float64Array:Float32Array,making={zeros:length=>new Room(
length),random:generator(seed)},layers=built(spec,making);return{spec,layers,parameters:layers.flatMap(layer=>layer.parameters),
running:layers.flatMap(layer=>layer.running),memory:null,buffers:{capacity:0,values:[],deltas:[]}}}function built({input,
layers},making){if(!Array.isArray(input)||input.length!==3)throw new Refused("input",input,"[channels, rows, columns]");
if(!Array.isArray(layers)||layers.length===0)throw new Refused("layers",layers,"a list of at least one layer");let shape=input.
map((size,axis)=>whole3(`input[${axis}]`,size,1,4096));return roomy("input",input,sizeOf2(shape)),layers.map((given,index)=>{
let layer=builtLayer(given,index,shape,making);return shape=layer.output,layer})}function builtLayer(given,index,input,making){
let field=`layers[${index}]`,kind=oneOf(`${field}.kind`,given?.kind,KINDS),name=String(index),{scratch,...made2}=OPERATIONS[kind].
make({field,name,given:{...given}},input,making),own={...{table:new Int32Array(0),windows:new Float64Array(0),spread:making.
zeros(0),winners:new Int32Array(0)},means:new Float64Array(0),scales:new Float64Array(0),...scratch};return{kind,name,input,
parameters:[],running:[],placed:{size:[],stride:[],padding:[]},...made2,scratch:own}}function lossAndGradients(network,pictures,labels,{loss="cross_entropy",training=!0,keep=!1}={}){let measure3=LOSSES[oneOf(
"loss",loss,LOSS_NAMES)],classes=classesOf(network);labelled(labels,countOf(network,pictures),classes);let count=run(network,
pictures,training),last=network.layers.length,{values,deltas}=network.buffers,outputs=values[last].slice(0,count*classes);
return{loss:measure3(outputs,labels,classes,deltas[last]),outputs,gradients:back(network,count,training,keep),...keep?everything(
network,count):{}}}function update(network,gradients,{optimizer="sgd",rate,momentum=.9,decay=0}){let name=oneOf("optimizer",optimizer,OPTIMIZER_NAMES),
steps={rate:finite("rate",rate,0),momentum:finite("momentum",momentum,0),decay:finite("decay",decay,0)},{parameters}=network;
if(!(gradients.length===parameters.length&&parameters.every(({values},index)=>gradients[index].values.length===values.length)))
throw new Refused("gradients",gradients.map(({values})=>values.length),`of the lengths ${parameters.map(({values})=>values.
length)}`);network.memory?.optimizer!==name&&(network.memory=blank(name,parameters));let{memory}=network;advance(memory),
parameters.forEach(({values},index)=>OPTIMIZERS[name](values,gradients[index].values,steps,memory,index))}function classesOf({
layers}){let{output}=layers[layers.length-1];if(output.length===1)return output[0];throw new Refused("layers",output,"en\
ded by numbers in a row, one a class: flatten, then linear")}function labelled(labels,count,classes){if(labels.length!==
count)throw new Refused("labels.length",labels.length,`${count}, one a picture`);for(let index=0;index<count;index+=1)whole3(
`labels[${index}]`,labels[index],0,classes-1)}var SIZE=3,WINDOW=2,TAPS=SIZE*SIZE;function caseOf(view,picture2,initial2){let network=networkOf(view,picture2,initial2),
[done,before,learnt]=[0,weightsOf(network.parameters),pass(network,view,picture2)];for(;;){update(network,learnt.gradients,
{rate:view.rate});let[after,again]=[weightsOf(network.parameters),pass(network,view,picture2)];if(done===view.updates||!Number.
isFinite(again.loss))return{done,before,after,forward:forwardOf(learnt,picture2),backward:backwardOf(learnt),lossAfter:again.
loss};[done,before,learnt]=[done+1,after,again]}}function networkOf({pool},{rows,columns},initial2){let kind=pool==="max"?
"max_pool":"average_pool",layers=[{kind:"conv",kernels:initial2[1].length,size:SIZE},{kind:"relu"},{kind,size:WINDOW},{kind:"\
flatten"},{kind:"linear",units:initial2[3].length}],network=createNetwork({input:[1,rows,columns],layers,precision:"doub\
le"},0);return network.parameters.forEach(({values},at2)=>values.set(initial2[at2])),network}var pass=(network,{loss,label},{
values})=>lossAndGradients(network,values,[label],{loss,keep:!0}),weightsOf=parameters=>parameters.map(({values})=>[...values]);
function mapsOf({shape:[,maps2,rows,columns],values}){let size=rows*columns;return Array.from({length:maps2},(_,at2)=>({
values:values.slice(at2*size,(at2+1)*size),rows,columns}))}function forwardOf({loss,outputs,values},picture2){let[convolution2,
relu2,pooling]=values.map(mapsOf);return{picture:picture2,convolution:convolution2,relu:relu2,pooling,logits:[...outputs],
probabilities:[...softmax(outputs,outputs.length)],loss}}function backwardOf({deltas,gradients}){let layers=deltas,[convolution2,
relu2,pooling]=layers.map(mapsOf);return{convolution:convolution2,relu:relu2,pooling,logits:[...layers[layers.length-1].
values],gradient:weightsOf(gradients)}}var kernelOf=([kernels],index)=>({values:Float64Array.from(kernels.slice(index*TAPS,
(index+1)*TAPS)),rows:SIZE,columns:SIZE}),squared=gradient2=>gradient2.flat().reduce((sum,value)=>sum+value*value,0);function termsOf({
forward:{picture:picture2},backward},{kernel,row:row2,column}){let{columns,values}=backward.convolution[kernel],deltas=[
...values],pixels=deltas.map((_,at3)=>picture2.values[(Math.floor(at3/columns)+row2)*picture2.columns+at3%columns+column]);
return{at:[...deltas.keys()].filter(index=>deltas[index]!==0),pixels,deltas,total:backward.gradient[0][kernel*TAPS+row2*
SIZE+column]}}var[SMALLEST,LARGEST2,GAP2]=[64,132,12],AROUND=350,WINDOW2=2,MOST_MARKED=12,PANELS={picture:["picture",({case:{forward}})=>forward.
picture],products:["d_kernel",stage=>productsOver(stage)],kernel:["picture",({case:{before},view})=>kernelOf(before,view.
kernel)],gradient:["d_kernel",({case:{backward},view})=>kernelOf(backward.gradient,view.kernel)],convolution:["convoluti\
on",({case:{forward},view})=>forward.convolution[view.kernel]],d_convolution:["d_convolution",({case:{backward},view})=>backward.
convolution[view.kernel]],relu:["relu",({case:{forward},view})=>forward.relu[view.kernel]],d_relu:["d_relu",({case:{backward},
view})=>backward.relu[view.kernel]],pooling:["pooling",({case:{forward},view})=>forward.pooling[view.kernel]],d_pooling:[
"d_pooling",({case:{backward},view})=>backward.pooling[view.kernel]],after:["update",({case:{after},view})=>kernelOf(after,
view.kernel)]},OF_THE_KERNEL=["kernel","gradient","after"],UNSIGNED=["picture","relu","pooling"],TWIN={convolution:"d_co\
nvolution",relu:"d_relu",pooling:"d_pooling"};function productsOver({case:{forward:{picture:picture2},backward},view}){let delta=backward.
convolution[view.kernel],values=new Float64Array(picture2.values.length);return delta.values.forEach((each,at2)=>{let pixel=(Math.
floor(at2/delta.columns)+view.row)*picture2.columns+at2%delta.columns+view.column;values[pixel]=each*picture2.values[pixel]}),
{...picture2,values}}function makeMaps(stage,act){let{words,steps,find}=stage,panels=Object.keys(PANELS).map(key=>{let[step,
values]=PANELS[key],layer=key.replace("d_",""),own={label:words[`panel_${key}`],title:words[`title_${key}`]},names=layer===
key?own:{label:words.panel_delta,title:words[`panel_${layer}`]};return{key,...values(stage),...names,note:"",step:steps.
indexOf(step),stop:!0}});return[...makePanels(find(".maps"),panels.slice(0,-1),act),...makePanels(find(".after"),panels.
slice(-1),act)]}var reached=({panels,view})=>panels.filter(({step})=>step<=view.step);function drawMaps(stage){let{panels,
view,palettes,words,find}=stage,side=sideOf(stage);find(".maps").style.setProperty("--side",px(side)),find(".after").style.
setProperty("--side",px(side));for(let panel of panels){Object.assign(panel,PANELS[panel.key][1](stage));let ends=scaleOver(
[panel.values]),nothing=ends[0]===ends[1];drawPanel(panel,side,scaleOf(panel.key,ends),palettes),panel.figure.classList.
toggle("ahead",panel.step>view.step),panel.figure.classList.toggle("now",panel.step===view.step),panel.canvas.tabIndex=panel.
step>view.step?-1:0,part(panel.figure,"small").textContent=panel.step>view.step?"":nothing?words.all_zero:endsOf(words,scaleOf(
panel.key,ends))}}function scaleOf(key,[low,high]){let most=Math.max(-low,high)||1;return UNSIGNED.includes(key)?[0,most]:
[-most,most]}function endsOf(words,[low,high]){return put(words[low<0?"ends_signed":"ends"],{low:neat(low,high-low),high:neat(
high,high-low)})}function sideOf({root,room:room2,find}){let narrow=root.classList.contains("narrow"),across=narrow?2:5,
each=(breadth(find(".maps"))-(across-1)*GAP2)/across,tall=narrow?LARGEST2:Math.max(SMALLEST,(room2-AROUND)/2);return Math.
floor(Math.min(LARGEST2,each,tall))}function met2({values,columns},[row2,column]){let at2=[...values].flatMap((value,index)=>value===
0?[]:[index]);return at2.length>MOST_MARKED?[]:at2.map(index=>({top:Math.floor(index/columns)+row2,left:index%columns+column,
rows:1,columns:1,thick:1}))}function boxesIn({view,case:{forward,backward},steps},{key,row:row2,column},panel){let cell={
top:row2,left:column,rows:1,columns:1},forwards=key.replace("d_","");if(OF_THE_KERNEL.includes(key)||key==="products"){let{
rows,columns}=forward.convolution[view.kernel];if(OF_THE_KERNEL.includes(panel.key))return[{...cell,top:view.row,left:view.
column,thick:2.5}];let window2={top:view.row,left:view.column,rows,columns};return panel.key==="picture"?[window2,...view.
step<steps.indexOf("d_kernel")?[]:met2(backward.convolution[view.kernel],[view.row,view.column])]:panel.key==="products"?
[window2]:[]}return panel.key===key||TWIN[panel.key]===key||TWIN[key]===panel.key?[{...cell,thick:2.5}]:forwards==="conv\
olution"&&panel.key==="picture"?[{...cell,rows:3,columns:3}]:forwards==="pooling"&&panel.key.endsWith("relu")?[{top:row2*
WINDOW2,left:column*WINDOW2,rows:WINDOW2,columns:WINDOW2}]:forwards==="relu"&&panel.key.endsWith("convolution")?[{...cell,
thick:2.5}]:forwards==="relu"&&panel.key.endsWith("pooling")?[{...cell,top:Math.floor(row2/WINDOW2),left:Math.floor(column/
WINDOW2)}]:[]}function markMaps(stage,place2){for(let panel of stage.panels){let boxes2=panel.step>stage.view.step?[]:boxesIn(
stage,place2,panel);markPanel(panel,boxes2,stage.theme.accent);let[read]=boxes2.filter(({rows,columns})=>rows===1&&columns===
1&&boxes2.length===1);panel.read.textContent=read?say(panel.values[read.top*panel.columns+read.left],0):""}}function placeOfStep({
view,steps,case:{forward,backward}}){let layer=steps[view.step].replace("d_","");if(["linear","softmax","loss"].includes(
layer))return{key:"linear",row:view.label,column:0};if(!(layer in TWIN))return{key:"kernel",row:view.row,column:view.column};
let{values,columns}=forward.convolution[view.kernel],says=backward.convolution[view.kernel].values.map((slope,at2)=>Math.
abs(slope*values[at2])),most=says.reduce((best,value,at2)=>value>says[best]?at2:best,0),each=layer==="pooling"?WINDOW2:1;
return{key:layer,row:Math.floor(most/columns/each),column:Math.floor(most%columns/each)}}function cellIn(stage,place2,panel){
let[box]=boxesIn(stage,place2,panel);return box?[box.top,box.left]:[0,0]}function poolWindow(image,setting,row2,column){let{kernel,stride,padding,dilation,includePadding=!0}=setting,rows=taps(row2,
kernel[0],stride[0],padding[0],dilation[0]),columns=taps(column,kernel[1],stride[1],padding[1],dilation[1]),pixels=[];for(let from of rows)
for(let at2 of columns)from>=0&&at2>=0&&from<image.rows&&at2<image.columns&&pixels.push(from*image.columns+at2);let winner=pixels.
reduce((best,pixel)=>best<0||beats(image.values,pixel,best)?pixel:best,-1),sum=pixels.reduce((total,pixel)=>total+image.
values[pixel],0),counted=counts(rows,image.rows,padding[0],includePadding)*counts(columns,image.columns,padding[1],includePadding);
return{rows,columns,pixels,winner,sum,counted,mean:sum/counted}}var beats=(values,pixel,best)=>!Number.isNaN(values[best])&&
(Number.isNaN(values[pixel])||values[pixel]>values[best]);function counts(positions,size,padding,includePadding){let margin=includePadding?
padding:0;return positions.filter(position=>position>=-margin&&position<size+margin).length}var MOST_TERMS=9,STANDING=3;function foldedTerms(texts,{unfolded,unfold:unfold2,rest,fold:fold2}){let last=texts.length-
1,long=texts.length>MOST_TERMS,spans=(start,end)=>texts.slice(start,end).map(text=>made("span",text));return{terms:(long&&
!unfolded?[...spans(0,STANDING),foldButton(rest(STANDING,last),!1,unfold2),...spans(last)]:spans(0)).flatMap((node,at2)=>at2===
0?[node]:[" + ",node]),after:long&&unfolded?[" ",foldButton(fold2,!0,unfold2)]:[]}}function foldButton(text,open2,onclick){
let button=Object.assign(made("button",text),{type:"button",name:"fold",onclick});return button.setAttribute("aria-expan\
ded",String(open2)),button}var MOST_DECIMALS=6,MOST_MORE=10,FIGURES=4;function decimalsOf(numbers2){let largest=numbers2.reduce((most,number)=>Math.
max(most,Math.abs(number)),0);for(let decimals=0;decimals<=4;decimals+=1)if(numbers2.every(number=>Math.abs(number-Number(
number.toFixed(decimals)))<=1e-9*largest))return decimals;let needed=FIGURES-1-Math.floor(Math.log10(largest));return Math.
max(0,Math.min(MOST_DECIMALS,needed))}var scaled=(number,decimals)=>BigInt(Math.round(number*10**decimals));function digits(whole4,decimals){
let text=(whole4<0n?-whole4:whole4).toString().padStart(decimals+1,"0"),point2=text.length-decimals,fraction=text.slice(
point2).replace(/0+$/,"");return marked((whole4<0n?"−":"")+text.slice(0,point2)+(fraction&&`.${fraction}`))}function roundingOf(written,total,size){
let true_=Math.abs(written-total)<=1e-9*size?written:total,text=plain(say(true_,0)),[digits_,exponent="0"]=text.split("e"),
step=10**(Number(exponent)-(digits_.split(".")[1]??"").length),fits=true_===0?written===0:Math.abs(written-Number(text))<
.4999999*step;return{rounded:Number(text)===written?null:neat(true_,0),fits}}var numberOf=text=>Number(plain(text));function writeSum(values,weights2,bias,total){
let lists=[[...values],[...weights2],[bias]],least=lists.map(decimalsOf),size=values.reduce((most,value,index)=>Math.max(
most,Math.abs(value*weights2[index])),Math.abs(total));for(let more=0;;more+=1){let written=writtenIn(lists,least.map(decimals=>decimals+
more)),{rounded,fits}=roundingOf(numberOf(written.sum),total,size);if(fits||more===MOST_MORE)return{...written,rounded}}}
function writtenIn([values,weights2,[bias]],[inValues,inWeights,inBias]){let decimals=Math.max(inValues+inWeights,inBias),
up=10n**BigInt(decimals-inValues-inWeights),terms=values.map((value,index)=>{let[one,other]=[scaled(value,inValues),scaled(
weights2[index],inWeights)];return{one,other,product:one*other*up}}),added=scaled(bias,inBias)*10n**BigInt(decimals-inBias);
return{terms:terms.map(({one,other,product})=>({value:digits(one,inValues),weight:digits(other,inWeights),product:digits(
product,decimals)})),bias:bias===0?null:digits(scaled(bias,inBias),inBias),sum:digits(terms.reduce((sum,{product})=>sum+
product,added),decimals)}}function addUp(numbers2,total,parts=1){let list=[...numbers2],least=decimalsOf(list),size=list.
reduce((most,number)=>Math.max(most,Math.abs(number)),Math.abs(total));for(let decimals=least;;decimals+=1){let whole4=list.
map(number=>scaled(number,decimals)),sum=digits(whole4.reduce((one,other)=>one+other,0n),decimals),{rounded,fits}=roundingOf(
numberOf(sum)/parts,total/parts,size),pieces2=whole4.map(number=>digits(number,decimals));if(fits||decimals===least+MOST_MORE)
return{decimals,whole:whole4,pieces:pieces2,sum,rounded}}}var roundedTo=({rounded})=>rounded===null?"":` ≈ ${rounded}`,bracketed=number=>number.startsWith("−")?`(${number})`:
number;function line2({terms},start=0,end=terms.length){return terms.slice(start,end).map(({value,weight})=>`${bracketed(
value)} × ${bracketed(weight)}`).join(" + ")}var WINDOW3=2,POOLING={kernel:[WINDOW3,WINDOW3],stride:[WINDOW3,WINDOW3],padding:[0,0],dilation:[1,1]},MOST_DECIMALS2=12,
LARGEST_WRITTEN=1e9,writable=(...numbers2)=>numbers2.every(number=>Math.abs(number)<LARGEST_WRITTEN),totalOf=written=>` \
= ${written.sum}${roundedTo(written)}`;function summed(stage,values,weights2,bias,total){if(!writable(...values,...weights2,
bias,total))return[put(stage.words.too_large,{value:say(total,0)})];let written=writeSum(values,weights2,bias,total),{terms,
after}=foldedTerms(written.terms.map((_,at2)=>line2(written,at2,at2+1)),{unfolded:stage.unfolded,unfold:()=>{stage.unfolded=
!stage.unfolded,stage.follow()},rest:(start,end)=>put(stage.words.rest,{count:end-start}),fold:stage.words.fold}),added=written.
bias===null?"":` + ${bracketed(written.bias)}`;return[...terms.length?terms:["0"],added,totalOf(written),...after]}function explained(stage,place2){
let{key}=place2;if(["kernel","gradient","products","after"].includes(key))return ofTheKernel(stage);let layer=key.replace(
"d_","");return[...VALUES[layer](stage,place2),...layer==="picture"||!come(stage,`d_${layer}`)?[]:[" ",made("br",""),...DELTAS[layer](
stage,place2)]]}var come=({steps,view},step)=>view.step>=steps.indexOf(step);function ofTheKernel(stage){let{view,words,
case:found}=stage,{row:row2,column,kernel}=view,weight=kernelOf(found.before,kernel).values[row2*3+column],where={row:row2,
column,value:neat(weight,0)};if(!come(stage,"d_kernel"))return[put(words.kernel_cell,where)];let{at:at2,pixels,deltas,total}=termsOf(
found,view),about={...where,count:whole(at2.length),all:whole(deltas.length)};if(at2.length===0)return[put(words.gradient_none,
about)];let[ofThose,met3]=[at2.map(index=>deltas[index]),at2.map(index=>pixels[index])],said=[put(words.gradient_cell,about),
" ",...summed(stage,ofThose,met3,0,total)];return come(stage,"update")?[...said," ",made("br",""),put(words.updated,{row:row2,
column,sum:movedBy(words,weight,view.rate,total)})]:said}function movedBy(words,weight,rate,gradient2){if(!writable(weight,
rate,gradient2,rate*gradient2))return put(words.too_large,{value:say(weight-rate*gradient2,0)});let written=writeSum([-rate],
[gradient2],weight,weight-rate*gradient2),[{value,weight:slope}]=written.terms;return`${written.bias??"0"} − ${value.replace(
"−","")} × ${bracketed(slope)}${totalOf(written)}`}var VALUES={picture:({words,case:{forward}},{row:row2,column})=>[put(
words.pixel,{row:row2,column,value:neat(at(forward.picture,row2,column),0)})],convolution:(stage,{row:row2,column})=>{let{
words,view,case:{forward,before}}=stage,[kernel,total]=[kernelOf(before,view.kernel),at(forward.convolution[view.kernel],
row2,column)],pixels=[...kernel.values].map((_,tap)=>at(forward.picture,row2+Math.floor(tap/3),column+tap%3));return[put(
words.convolved,{row:row2,column})," ",...summed(stage,pixels,[...kernel.values],before[1][view.kernel],total)]},relu:({
words,view,case:{forward}},{row:row2,column})=>{let[before,after]=[forward.convolution,forward.relu].map(maps2=>neat(at(
maps2[view.kernel],row2,column),0));return[put(words.rectified,{row:row2,column,before,after})]},pooling:({words,view,case:{
forward}},{row:row2,column})=>{let values=[0,1,2,3].map(tap=>at(forward.relu[view.kernel],row2*WINDOW3+(tap>>1),column*WINDOW3+
tap%2)),total=at(forward.pooling[view.kernel],row2,column);if(view.pool==="max")return[put(words.pooled_max,{row:row2,column,
values:values.map(value=>neat(value,0)).join("; "),value:neat(total,0)})];if(!writable(...values))return[put(words.pooled_average,
{row:row2,column,sum:say(total,0)})];let{pieces:pieces2,sum}=addUp(values,total*4,4);return[put(words.pooled_average,{row:row2,
column,sum:`(${pieces2.map(bracketed).join(" + ")}) / 4 = ${sum} / 4 ≈ ${neat(total,0)}`})]},linear:(stage,{row:row2})=>{
let{words,case:{forward,before},classes,families,view}=stage,features=forward.pooling.flatMap(({values})=>[...values]),weights2=before[2].
slice(row2*features.length,(row2+1)*features.length),name=classes[families[view.source]][row2];return[put(words.logit_of,
{class:name})," ",...summed(stage,features,weights2,before[3][row2],forward.logits[row2])]}},DELTAS={linear:({words,view,
case:{forward,backward}},{row:row2})=>{let output=(view.loss==="squared_error"?forward.logits:forward.probabilities)[row2];
if(!writable(output))return[put(words[`delta_${view.loss}`],{sum:say(backward.logits[row2],0)})];let{pieces:pieces2,sum,
rounded}=addUp([output,-+(row2===view.label)],backward.logits[row2]);return[put(words[`delta_${view.loss}`],{sum:`${pieces2[0]}\
 − ${+(row2===view.label)} = ${sum}${roundedTo({rounded})}`})]},pooling:(stage,{row:row2,column})=>{let{words,view,case:{
before,backward,forward}}=stage,map=backward.pooling[view.kernel],features=forward.pooling.length*map.values.length,feature=view.
kernel*map.values.length+row2*map.columns+column,weights2=backward.logits.map((_,index)=>before[2][index*features+feature]);
return[words.delta_pooling," ",...summed(stage,backward.logits,weights2,0,at(map,row2,column))]},relu:({words,view,case:{
backward,forward}},{row:row2,column})=>{let[down,across]=[Math.floor(row2/WINDOW3),Math.floor(column/WINDOW3)],map=backward.
pooling[view.kernel],about={delta:neat(at(backward.relu[view.kernel],row2,column),0),pooled:neat(at(map,down,across),0),
row:down,column:across};if(view.pool==="average")return[put(words.delta_shared,about)];let relu2=forward.relu[view.kernel],
won=poolWindow(relu2,POOLING,down,across).winner===row2*relu2.columns+column;return[put(words[won?"delta_won":"delta_los\
t"],about)]},convolution:({words,view,case:{backward,forward}},{row:row2,column})=>{let passes=at(forward.convolution[view.
kernel],row2,column)>0;return[put(words[passes?"delta_passed":"delta_blocked"],{delta:neat(at(backward.convolution[view.
kernel],row2,column),0)})]}},at=({values,columns},row2,column)=>values[row2*columns+column];function writtenLoss({words,
view,case:{forward}}){let{loss,logits,probabilities}=forward;return view.loss==="squared_error"?put(words.loss_sum_squared_error,
{sum:halfOfSquares(logits.map((logit,index)=>[logit,+(index===view.label)]),loss)}):put(words.loss_sum_cross_entropy,{sum:minusLog(
probabilities[view.label],loss)})}function minusLog(probability,loss){let wanted=say(loss,0);for(let places=4;places<=MOST_DECIMALS2;places+=
1){let shown2=Number(probability.toFixed(places));if(say(-Math.log(shown2),0)===wanted)return`−ln ${simple(shown2)} =\
 ${wanted}`}return`−ln ${say(probability,0)} = ${wanted}`}function halfOfSquares(pairs,loss){let wanted=neat(loss,0);
if(!writable(loss))return wanted;for(let places=2;;places+=1){let outputs=pairs.map(([output])=>BigInt(Math.round(output*
10**places))),sum=outputs.map((output,index)=>(output-BigInt(pairs[index][1])*10n**BigInt(places))**2n).reduce((one,other)=>one+
other,0n),half=digits(sum*5n,2*places+1);if(!(neat(Number(sum)/2/10**(2*places),0)===wanted)&&places<MOST_DECIMALS2)continue;
return`½ × (${outputs.map((output,index)=>`(${digits(output,places)} − ${pairs[index][1]})²`).join(" + ")}) = ${half}${half===
wanted?"":` ≈ ${wanted}`}`}}function promiseOf(stage){let{words,view,case:{forward,lossAfter,backward}}=stage;if(!come(
stage,"d_kernel"))return[words.promise_ahead];let slope=squared(backward.gradient),promised=view.rate*slope,lines=[put(words.
promised,{sum:productOf(view.rate,slope)})];if(!come(stage,"update"))return lines;if(!Number.isFinite(lossAfter))return[
...lines,words.no_number];let fall=forward.loss-lossAfter;return[...lines,put(words.fell,{sum:differenceOf(forward.loss,
lossAfter)}),verdict(words,fall,promised)]}function productOf(rate,slope){if(!writable(rate,slope,rate*slope))return say(
rate*slope,0);let written=writeSum([rate],[slope],0,rate*slope);return`${line2(written).replaceAll(" "," ")}${totalOf(written)}`}
function differenceOf(before,after){if(!writable(before,after))return say(before-after,0);let{pieces:pieces2,sum,rounded}=addUp(
[before,-after],before-after);return`${pieces2[0]} − ${pieces2[1].replace("−","")} = ${sum}${roundedTo({rounded})}`}
function verdict(words,fall,promised){return promised===0?words.verdict_still:fall<0?words.verdict_rises:put(words.verdict_share,
{share:decimal(100*fall/promised,1)})}var PACE=1e3/900,NARROW=760,HUNDREDTHS=100,stage_default=makeStage({root:".one-update",narrow:NARROW,relays:!0,open,take,
plays,draw,mark,describe:describe2,aloud,table,picture});function open(stage){Object.assign(stage,{pointed:null,unfolded:!1,
settled:"",notice:"",panels:[]}),bindClasses(stage,row2=>point(stage,{key:"linear",row:row2,column:0},!1)),stage.root.onkeydown=
event=>{let{tagName,type}=event.composedPath()[0],{play,step}=actions(stage),paging={PageDown:()=>step(1),PageUp:()=>step(
-1)};press({keys:tagName==="SELECT"||tagName==="BUTTON"||tagName==="INPUT"&&type!=="range"?paging:{...paging," ":play}},
event)}}function take(stage,anew){anew&&Object.assign(stage,{pointed:null,unfolded:!1,notice:""}),stage.until=stage.steps.
length-1,stage.settled="",workOut(stage),buildControls(stage,actions(stage)),stage.panels=makeMaps(stage,{point:(key,row2,column,chosen)=>point(
stage,{key,row:row2,column},chosen),at:key=>cellIn(stage,placeOf(stage),stage.panels.find(panel=>panel.key===key))})}function workOut(stage){
let{view,planes,initial:initial2,words}=stage,{source,label,loss,pool,rate,seed,updates}=view;JSON.stringify({source,label,
loss,pool,rate,seed,updates})!==stage.settled&&(stage.case=caseOf(view,pixelsOf(planes[source]),initial2[seed]),stage.case.
done<updates&&(stage.notice=put(words.notice_no_number,{update:stage.case.done+1})),view.updates=stage.case.done,stage.settled=
JSON.stringify({source,label,loss,pool,rate,seed,updates:view.updates}))}var pixelsOf=({values,shape:[rows,columns]})=>({
values:Float64Array.from(values,value=>value/HUNDREDTHS),rows,columns});function actions(stage){return{source:source=>change(
stage,{source,label:stage.sources.find(({key})=>key===source)?.label_of??0}),change:changes=>change(stage,changes),rate:typed=>changeRate(
stage,typed),phase:name=>playPhase(stage,PHASES.indexOf(name)),again:()=>follow2(stage,{updates:stage.view.updates+1,step:stage.
steps.length-1}),anew:()=>follow2(stage,{updates:0,step:0}),play:()=>{stage.until=stage.steps.length-1,stage.player.toggle()},
step:by=>follow2(stage,{step:stage.view.step+by}),show:step=>follow2(stage,{step}),save:stage.save}}function change(stage,changes){
stage.notice="";let restarts=stage.view.updates>0&&!("kernel"in changes);restarts&&(stage.notice=stage.words.notice_restarts),
settle(stage,restarts?{...changes,updates:0}:changes)}function changeRate(stage,typed){let{words,limits:limits2,view}=stage,
asked2=typed.trim()===""?Number.NaN:Number(plain(typed.trim())),rate=Number.isNaN(asked2)?view.rate:Math.max(0,Math.min(
limits2.rate,asked2));change(stage,{rate}),Number.isNaN(asked2)?stage.notice=put(words.notice_no_rate,{rate:simple(rate)}):
asked2<0?stage.notice=words.notice_negative:asked2>limits2.rate&&(stage.notice=put(words.notice_large,{most:simple(limits2.
rate)})),stage.redraw()}function follow2(stage,to){stage.player.stop(),stage.notice="",settle(stage,to)}function settle(stage,changes){
let{step=stage.view.step,updates=stage.view.updates}=changes,within2={step:Math.max(0,Math.min(stage.steps.length-1,step)),
updates:Math.max(0,Math.min(stage.limits.updates,updates))};within2.step!==stage.view.step&&(stage.pointed=null),stage.unfolded=
!1,Object.assign(stage.view,changes,within2),workOut(stage),stage.settle()}function playPhase(stage,phase){let{view,steps}=stage,
[first,last]=[phase===0?0:lastOf(steps,phase-1),lastOf(steps,phase)];phase===0&&view.step===steps.length-1?follow2(stage,
{updates:view.updates+1,step:first}):view.step<first||view.step>=last?follow2(stage,{step:first}):stage.player.stop(),stage.
until=last,still()?follow2(stage,{step:last}):stage.player.toggle()}function plays(stage){let over=()=>stage.view.step>=
stage.until;return{begin:()=>{let anew=over();return anew&&settle(stage,{step:0}),anew},advance:steps=>(settle(stage,{step:Math.
min(stage.until,stage.view.step+steps)}),!over()),pace:()=>PACE,started:stage.redraw,stopped:()=>stage.settle()}}var placeOf=stage=>stage.
pointed??placeOfStep(stage);function point(stage,place2,chosen){let same=JSON.stringify(place2)===JSON.stringify(stage.pointed);
if(same&&!chosen)return;same||(stage.unfolded=!1),stage.pointed=place2;let ofKernel=OF_THE_KERNEL.includes(place2.key);ofKernel?
stage.move({row:place2.row,column:place2.column},chosen):stage.move({},!1),showClasses(stage),ofKernel&&drawMaps(stage),
mark(stage)}function draw(stage){let{find,words,view,steps,case:found}=stage,name=steps[view.step],said=put(words[`step_${name}`],
{update:view.updates+1,of:view.step,last:steps.length-1});find("h2").replaceChildren(made("b",put(words.update_number,{number:view.
updates+1})),` ${said}`),showControls(stage,said),drawMaps(stage),showClasses(stage),find(".sum").textContent=view.step<
steps.indexOf("loss")?"":writtenLoss(stage),find(".sum").classList.toggle("now",name==="loss"),find(".promise").replaceChildren(
...promiseOf(stage).map(text=>made("span",text))),find(".after").hidden=view.step<steps.indexOf("update"),find(".scales").
textContent=stage.notice||put(words.scales,{loss:say(found.forward.loss,0)}),find(".scales").classList.toggle("notice",stage.
notice!=="")}function mark(stage){markMaps(stage,placeOf(stage))}function describe2(stage){return explained(stage,placeOf(
stage))}function aloud(stage){let{find,view,steps,notice}=stage,texts=[notice,find("h2").textContent,find(".readout").textContent];
return view.step>=steps.indexOf("loss")&&texts.push(find(".sum").textContent),view.step>=steps.indexOf("d_kernel")&&texts.
push([...find(".promise").children].map(({textContent})=>textContent).join("; ")),texts.filter(Boolean)}function table(stage){
let panels=reached(stage);return[...tablesOf(stage.shared,panels,{at:panel=>cellIn(stage,placeOf(stage),panel),read:({values},index)=>say(
values[index],0)}),tableOfClasses(stage)]}function picture(stage){let{words,view,find}=stage,figures=figuresIn(reached(stage).
map(({figure})=>figure)).map((figure,at2)=>({...figure,caption:reached(stage)[at2].label}));return{file:`${words.file}-${view.
source}-${view.updates}-${view.step}`,title:find("h2").textContent??"",figures}}export{stage_default as default};
