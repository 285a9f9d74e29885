function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);if(quantum<1e-6||Math.abs(value)>=
1e6)return value.toExponential(3).replaceAll("-","−");let text=value.toFixed(Math.max(0,Math.ceil(-Math.log10(quantum)-
1e-9)));return(Number(text)===0?text.replace("-",""):text).replace("-","−")}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step)=>{let at=Math.round(step/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=window.devicePixelRatio||1,[columns,rows]=[Math.round(width*ratio),Math.round(
height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=
`${width}px`,canvas.style.height=`${height}px`;let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,
0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}
function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row+step[0],column+step[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));let step=arrow(
key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at+step[0]*downwards(layout)+step[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1;function bindKeys(element,act){element.getAttribute("role")==="img"&&element.
setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,at,go,keys={}},event){
if(event.altKey||event.ctrlKey||event.metaKey)return!1;let own=keys[event.key],to=own===void 0&&layout&&at?next(layout(),
event.key,at()):null;return own===void 0&&to===null?!1:(event.preventDefault(),own?.(event),to!==null&&go?.(to),!0)}function cellUnder(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);return row>=0&&column>=
0&&row<shape.rows&&column<shape.columns?[row,column]:null}function cellsTo(event,element,{rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
clientY-top)/height*rows,(event.clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(
element,act);element.onpointermove=event=>act.look?.(act.at(event),event),element.onpointerleave=event=>act.look?.(null,
event),element.onclick=event=>chooseAt(act,event)}function chooseAt(act,event){let found=act.at(event);found!==null&&act.
choose?.(found,event)}function bindDrag(element,act){let held=!1;element.onpointerdown=event=>{event.button===0&&(element.
setPointerCapture(event.pointerId),held=!0,chooseAt(act,event))},element.onpointermove=event=>{held?chooseAt(act,event):
event.pointerType==="mouse"&&act.look?.(act.at(event),event)},element.onpointerup=element.onpointercancel=()=>{held&&act.
drop?.(),held=!1},element.onpointerleave=event=>{held||act.look?.(null,event)}}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole,name)=>values[name]??whole),part=(element,selector)=>element.querySelector(
selector);var SMALLEST_MARK=7;function makePanels(holder,panels,act){let made=panels;return holder.replaceChildren(...made.map(panel=>makePanel(
panel,act))),made}function makePanel(panel,act){let figure=document.createElement("figure");figure.innerHTML='<figcaptio\
n><b></b><small></small></figcaption><div class="plane"><canvas role="img"></canvas><canvas></canvas></div><div class="v\
alue"></div>';let[canvas,marks]=figure.querySelectorAll("canvas");Object.assign(panel,{figure,canvas,marks,read:part(figure,
".value")}),figure.dataset.key=panel.key,part(figure,"b").textContent=panel.label,part(figure,"small").textContent=panel.
note??"",canvas.tabIndex=panel.stop?0:-1,canvas.setAttribute("aria-label",[panel.label,panel.note].filter(Boolean).join(
", "));let point2=(cell,chosen)=>act.point(panel.key,...cell,chosen);bindPointer(canvas,{at:event=>cellUnder(event,canvas,
panel),look:cell=>cell===null?act.rest?.(panel.key):point2(cell,!1),choose:cell=>point2(cell,!0)});let{at}=act;return at?
bindKeys(canvas,{layout:()=>({kind:"cells",...shapeOf(panel)}),at:()=>at(panel.key),go:cell=>point2(cell,!0)}):canvas.onkeydown=
event=>act.press?.(panel.key,event),figure}var shapeOf=({rows,columns})=>({rows,columns});function walk(key,{rows,columns},row,column){return next({kind:"cells",rows,columns},key,[row,column])}function scaleOver(maps){
let[low,high]=[1/0,-1/0];for(let values of maps)for(let value of values)value<low&&value>-1/0&&(low=value),value>high&&value<
1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){return{sequential:preparePalette(
planes.sequential.values),diverging:preparePalette(planes.diverging.values)}}function sizeOf({rows,columns},side){let longest=Math.
max(rows,columns);return[Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}function drawPanel(panel,side,scale,palettes){
let{values,rows,columns,canvas}=panel;panel.size=sizeOf(panel,side);let source=canvasOf(paintValues(values,scale,palettes[paletteFor(
scale)]),rows,columns);place(fit(canvas,...panel.size),source,[0,0,columns,rows],[0,0,...panel.size]),panel.figure.style.
maxWidth=`${Math.max(side,panel.size[0])}px`}function markPanel({marks,size:[width,height],rows,columns},boxes,accent){let context=fit(
marks,width,height),[across,down]=[width/columns,height/rows];for(let box of boxes){let wide=Math.max(SMALLEST_MARK,box.
columns*across),tall=Math.max(SMALLEST_MARK,box.rows*down),within=(start,length,most)=>Math.max(1,Math.min(most-1-length,
start));frame(context,within(box.left*across,wide,width),within(box.top*down,tall,height),wide,tall,accent,box.thick??2)}}
function writeScale(legend,scale,planes){let range=scale[1]-scale[0];part(legend,".low").textContent=say(scale[0],range),
part(legend,".high").textContent=say(scale[1],range),part(legend,".bar").style.background=gradient(planes[paletteFor(scale)].
values)}function asFigures(panels){return panels.map(({canvas,marks,label,note})=>({canvases:[canvas,marks],caption:[label,note].
filter(Boolean).join(": ")}))}var beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),receive2()};if(!isOlder(course,
ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,8e3)},8e3)}var isOlder=({
shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.knows<done;function afterShowing({
visit,done,told},{knows,...ending}){let same=ending.visit===visit;return{...ending,shown:knows,done:same?Math.max(done,knows):
knows,told:same?Math.max(told,knows):knows}}function endingOf(data){let length=new DataView(data.buffer,data.byteOffset+
data.length-4).getUint32(0,!0);return JSON.parse(new TextDecoder().decode(data.subarray(data.length-4-length,data.length-
4)))}var DRAWN="convoscope:drawn";var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){let bytes=payload.slice(),
length=new DataView(bytes.buffer).getUint32(0,!0),header=JSON.parse(new TextDecoder().decode(bytes.subarray(4,4+length))),
start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,offset}]of Object.entries(header.planes)){let count=shape.
reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](bytes.buffer,start+offset,count),shape}}return{
...header,planes}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}function savePicture(root,fileName,title,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure=contextOf(
document.createElement("canvas"));measure.font=FONT;let sizes=shown.map(({canvases:[canvas2],caption})=>[Math.max(canvas2.
clientWidth,measure.measureText(caption).width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes,WIDEST);measure.
font=`600 ${FONT}`;let wide=Math.max(width,measure.measureText(title).width)+2*MARGIN,canvas=document.createElement("can\
vas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);context.scale(2,2),
context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,canvas.height),context.fillStyle="#16171d",context.font=`6\
00 ${FONT}`,context.textBaseline="top",context.fillText(title,MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=
!1,shown.forEach(({canvases,caption},index)=>{let[left,top]=[places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.
fillText(caption,left,top);for(let each of canvases)context.drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),
canvas.toBlob(blob=>hand(root,fileName,blob))}function hand(root,fileName,blob){if(blob===null)return;let link=document.
createElement("a");link.href=URL.createObjectURL(blob),link.download=fileName,root.append(link),link.click(),link.remove(),
setTimeout(()=>URL.revokeObjectURL(link.href),1e3)}var SETTLE=250;function mountStage(open,receive2,{event="settled",leave=()=>{},relays=!1}={}){let stages=new WeakMap;return({data,parentElement,
setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open(parentElement),relays);return stages.set(parentElement,
stage),telling(stage,event,relays?null:setTriggerValue),accept(stage.course,endingOf(data),()=>receive2(stage,data)),()=>{
clearTimeout(stage.timer),clearTimeout(stage.course.aside),stage.frame&&cancelAnimationFrame(stage.frame),leave(stage),stage.
watcher.disconnect(),stages.delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.
assign(stage,{course,busy:()=>{clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}
function telling(stage,event,host){let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.
done,repeat:()=>stage.tellOf(name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.
dispatchEvent(new CustomEvent(DRAWN,{detail:value}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function rowsOf({words,planes}){let[,rows,columns]=planes.picture.shape,panel=(key,label,more)=>({key,label:words[label],
rows,columns,stop:!1,...more}),answers=key=>({key,title:words[key],names:[key,`${key}_difference`],panels:[panel(`${key}\
 before`,"before",{old:!0}),panel(key,"after",{stop:!0}),panel(`${key}_difference`,"difference")]});return[{key:"picture",
title:words.picture,names:["picture"],panels:[panel("picture before","before",{old:!0}),panel("picture","after",{stop:!0})]},
answers("convolved"),answers("connected")]}function planesOf({planes},key,pixels){let[name,before]=key.split(" "),{values,
shape}=planes[name],size=shape[1]*shape[2],at=before===void 0?pixels:0;return values.subarray(at*size,(at+1)*size)}var[NARROW,BETWEEN]=[620,24],stage_default=mountStage(openStage,receive);function openStage(parentElement){let root=parentElement.
querySelector(".moving"),stage={root,find:selector=>root.querySelector(selector),received:null,timer:0};return stage.watcher=
new ResizeObserver(()=>redraw(stage)),stage.watcher.observe(root),stage.find("input").oninput=event=>settle(stage,{pixels:Number(
event.target.value)}),stage.find(".save").onclick=()=>save(stage),stage}function receive(stage,data){let opened=unpack(data);
if(opened.serial===stage.received&&opened.words.pixels===stage.words.pixels)return;clearTimeout(stage.timer),Object.assign(
stage,opened,{received:opened.serial,view:{...opened.view_from_address},pointed:null}),stage.palettes=palettesOf(stage.planes);
for(let palette of Object.values(stage.palettes))palette.nan=palette.clipped;stage.grey={...preparePalette(Uint8Array.from(
{length:768},(_,index)=>Math.floor(index/3)))};let slider=stage.find("input");Object.assign(slider,{max:stage.planes.picture.
shape[0]-1}),stage.find("label span").textContent=stage.words.pixels,stage.find(".save").textContent=stage.words.save_png,
stage.find(".note").textContent=stage.words.note,stage.rows=rowsOf(stage),stage.find(".rows").replaceChildren(...stage.rows.
map(row=>makeRow(stage,row))),redraw(stage),stage.root.dataset.drawn=stage.serial}function makeRow(stage,row){let holder=document.
createElement("section");holder.className="row",holder.innerHTML='<h4></h4><p></p><div class="maps"></div><div class="le\
gend"><span class="low"></span><div class="bar"></div><span class="high"></span></div>',holder.querySelector("h4").textContent=
row.title,Object.assign(row,{holder,scale:scaleOver(row.names.map(name=>finite(stage.planes[name].values)))});let act={point:(_,at,across,chosen)=>chosen?
settle(stage,{row:at,column:across}):point(stage,[at,across]),press:(_,event)=>press2(stage,event)};makePanels(holder.querySelector(
".maps"),row.panels,act);for(let{canvas}of row.panels)canvas.onpointerleave=()=>point(stage,null);return holder}var finite=values=>values.
filter(value=>!Number.isNaN(value));function redraw(stage){if(stage.received===null||stage.root.clientWidth===0)return;let narrow=stage.
root.clientWidth<NARROW;stage.root.classList.toggle("narrow",narrow);let width=narrow?stage.root.clientWidth:(stage.root.
clientWidth-2*BETWEEN)/3,side=Math.floor(narrow?Math.min(108,(width-BETWEEN)/3):Math.min(170,(width-13)/2));stage.find("\
input").value=stage.view.pixels,stage.find("output").textContent=stage.view.pixels;for(let row of stage.rows){let said=row.
holder.querySelector("p");said.textContent=put(stage.words[`said_${row.key}`]??"",stage.said[stage.view.pixels]);let palettes=row.
key==="picture"?{sequential:stage.grey,diverging:stage.grey}:stage.palettes;for(let panel of row.panels)panel.values=planesOf(
stage,panel.key,stage.view.pixels),drawPanel(panel,side,row.scale,palettes);writeScale(row.holder.querySelector(".legend"),
row.scale,stage.planes),row.key==="picture"&&(row.holder.querySelector(".bar").style.background="linear-gradient(to righ\
t, #000, #fff)")}showCell(stage)}function showCell(stage){let[row,column]=stage.pointed??[stage.view.row,stage.view.column],
accent=getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim(),before=column-stage.view.pixels;for(let{
panels}of stage.rows)for(let panel of panels){let left=panel.old?before:column;left>=0?markPanel(panel,[{top:row,left,rows:1,
columns:1}],accent):fit(panel.marks,...panel.size)}stage.find(".readout").textContent=readout(stage,row,column,before)}function readout(stage,row,column,before){
let size=stage.planes.picture.shape[2],value=(name,pixels,at)=>stage.planes[name].values[(pixels*size+row)*size+at],about={
row,column,before};for(let[name,now,old]of[["convolved","now","was"],["connected","now_connected","was_connected"]]){let{
scale}=stage.rows.find(({key})=>key===name);about[now]=say(value(name,stage.view.pixels,column),scale[1]-scale[0]),about[old]=
before<0?"":say(value(name,0,before),scale[1]-scale[0])}return put(stage.words[before<0?"readout_new":"readout"],about)}
function point(stage,cell){JSON.stringify(cell)!==JSON.stringify(stage.pointed)&&(stage.pointed=cell,stage.frame??=requestAnimationFrame(
()=>{stage.frame=void 0,showCell(stage)}))}function press2(stage,event){let[,rows,columns]=stage.planes.picture.shape,to=walk(
event.key,{rows,columns},stage.view.row,stage.view.column);to!==null&&(event.preventDefault(),settle(stage,{row:to[0],column:to[1]}))}
function settle(stage,change){stage.pointed=null,Object.assign(stage.view,change),redraw(stage),stage.later(()=>stage.view)}
function save(stage){let figures=stage.rows.flatMap(({title,panels})=>asFigures(panels.map(panel=>({...panel,note:title}))));
savePicture(stage.root,`${stage.words.file}.png`,put(stage.words.title,stage.view),figures)}export{stage_default as default};
