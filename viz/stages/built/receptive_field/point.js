var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){let bytes=payload.slice(),
length=new DataView(bytes.buffer).getUint32(0,!0),header=JSON.parse(new TextDecoder().decode(bytes.subarray(4,4+length))),
start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,offset}]of Object.entries(header.planes)){let count=shape.
reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](bytes.buffer,start+offset,count),shape}}return{
...header,planes}}var DRAWN="convoscope:drawn";function boxAt({rows,columns},[row,column]){let box={top:rows[0][row],bottom:rows[1][row],left:columns[0][column],right:columns[1][column]};
return box.bottom>box.top&&box.right>box.left?box:null}function nearestUnit(centres,pixel){let[best,least]=[0,1/0];return centres.
forEach((centre,unit)=>{let away=centre===null?NaN:Math.abs(centre-pixel);away<least&&([best,least]=[unit,away])}),best}function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);if(quantum<1e-6||Math.abs(value)>=
1e6)return value.toExponential(3).replaceAll("-","−");let text=value.toFixed(Math.max(0,Math.ceil(-Math.log10(quantum)-
1e-9)));return(Number(text)===0?text.replace("-",""):text).replace("-","−")}function neat(value,range){let text=say(value,
range);return text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step)=>{let at=Math.round(step/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({
values,shape:[rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=
opaque(values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=window.devicePixelRatio||1,[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.width!==columns||
canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=`${width}px`,canvas.style.height=`${height}\
px`;let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,height),context}
function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,context.imageSmoothingQuality=
"medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
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
setTimeout(()=>URL.revokeObjectURL(link.href),1e3)}var beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),receive2()};if(!isOlder(course,
ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,8e3)},8e3)}var isOlder=({
shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.knows<done;function afterShowing({
visit,done,told},{knows,...ending}){let same=ending.visit===visit;return{...ending,shown:knows,done:same?Math.max(done,knows):
knows,told:same?Math.max(told,knows):knows}}function endingOf(data){let length=new DataView(data.buffer,data.byteOffset+
data.length-4).getUint32(0,!0);return JSON.parse(new TextDecoder().decode(data.subarray(data.length-4-length,data.length-
4)))}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole,name)=>values[name]??whole);var SETTLE=250;function mountStage(open,receive2,{event="settled",leave=()=>{},relays=!1}={}){let stages=new WeakMap;return({data,parentElement,
setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open(parentElement),relays);return stages.set(parentElement,
stage),telling(stage,event,relays?null:setTriggerValue),accept(stage.course,endingOf(data),()=>receive2(stage,data)),()=>{
clearTimeout(stage.timer),clearTimeout(stage.course.aside),stage.frame&&cancelAnimationFrame(stage.frame),leave(stage),stage.
watcher.disconnect(),stages.delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.
assign(stage,{course,busy:()=>{clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}
function telling(stage,event,host){let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.
done,repeat:()=>stage.tellOf(name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.
dispatchEvent(new CustomEvent(DRAWN,{detail:value}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function seeing([starts,stops],pixel){let found=[];return starts.forEach((start,unit)=>start<=pixel&&pixel<stops[unit]&&
found.push(unit)),found}function beyond({size,stride,padding},[row,column],[pictureRows,pictureColumns]){let over=(place2,axis,limit)=>{
let start=place2*stride[axis]-padding[axis];return[Math.max(0,-start),Math.max(0,start+size[axis]-limit)]},[top,bottom]=over(
row,0,pictureRows),[left,right]=over(column,1,pictureColumns);return{top,left,bottom,right}}function outline(mask,rows,columns){
let inside=(row,column)=>row>=0&&column>=0&&row<rows&&column<columns&&mask[row*columns+column]>0,edges=[];for(let row=0;row<=
rows;row+=1)for(let column=0;column<=columns;column+=1){let here=inside(row,column);here!==inside(row-1,column)&&column<
columns&&edges.push([row,column,row,column+1]),here!==inside(row,column-1)&&row<rows&&edges.push([row,column,row+1,column])}
return edges}var TALLEST=336,accentOf=stage=>getComputedStyle(stage.root).getPropertyValue("--st-primary-color").trim();function sizeOf(figure,rows,columns){
let room=Math.min(TALLEST,figure.clientWidth),cell=Math.min(figure.clientWidth/columns,room/rows);return{cell,width:cell*
columns,height:cell*rows}}function drawSeen(stage){let figure=stage.find(".seen"),source=pictureCanvas(stage.planes.picture),
size=sizeOf(figure,source.height,source.width);stage.pixel=size.cell;let[base]=figure.querySelectorAll("canvas"),context=fit(
base,size.width,size.height);place(context,source,[0,0,source.width,source.height],[0,0,size.width,size.height]),drawHeat(
stage,size)}function drawHeat(stage,size){let{effective,half,most}=stage.planes,canvas=stage.find(".heat"),context=fit(canvas,
size.width,size.height);if(effective===void 0||stage.mix===0)return;let[rows,columns]=effective.shape,top=effective.values.
reduce((largest,value)=>Math.max(largest,value),0),pixels=paintValues(effective.values,[0,top],stage.palettes.sequential);
effective.values.forEach((value,index)=>value===0&&(pixels[index]=0)),context.globalAlpha=stage.mix,place(context,canvasOf(
pixels,rows,columns),[0,0,columns,rows],[0,0,size.width,size.height]),context.globalAlpha=1,contour(context,outline(most.
values,rows,columns),size.cell,1.5,[5,3]),contour(context,outline(half.values,rows,columns),size.cell,2.5,[])}function contour(context,edges,cell,thick,dashes){
for(let[colour,width,pattern]of[["#ffffff",thick+2,[]],["#16171d",thick,dashes]]){context.strokeStyle=colour,context.lineWidth=
width,context.setLineDash(pattern),context.beginPath();for(let[top,left,bottom,right]of edges)context.moveTo(left*cell,top*
cell),context.lineTo(right*cell,bottom*cell);context.stroke()}context.setLineDash([])}function markSeen(stage){let{picture}=stage.
planes,[rows,columns]=picture.shape,cell=stage.pixel,context=fit(stage.find(".seen .marks"),columns*cell,rows*cell),accent=accentOf(
stage),boxed=stage.known?boxAt(stage.spans,stage.unit()):null;if(boxed!==null){let{top,left,bottom,right}=boxed,inset=(value,limit)=>Math.
max(2,Math.min(limit-2,value)),[x,y]=[inset(left*cell,columns*cell),inset(top*cell,rows*cell)];frame(context,x,y,inset(right*
cell,columns*cell)-x,inset(bottom*cell,rows*cell)-y,accent,2.5)}if(stage.pointed!==null){let[row,column]=stage.pointed;frame(
context,column*cell,row*cell,Math.max(4,cell),Math.max(4,cell),accent,1.5)}}function drawMap(stage){let figure=stage.find(
".map"),{values,shape:[rows,columns]}=stage.planes.map,size=sizeOf(figure,rows,columns);stage.cell=size.cell;let ends=limits(
stage.low,stage.high,"auto"),palette=paletteFor(ends),[base]=figure.querySelectorAll("canvas"),pixels=paintValues(values,
ends,stage.palettes[palette]);place(fit(base,size.width,size.height),canvasOf(pixels,rows,columns),[0,0,columns,rows],[0,
0,size.width,size.height]);let range=ends[1]-ends[0];legend(figure,[neat(ends[0],range),bar(gradient(stage.planes[palette].
values)),neat(ends[1],range),stage.words.scale_map])}function markMap(stage){let[rows,columns]=stage.planes.map.shape,cell=stage.
cell,context=fit(stage.find(".map .marks"),columns*cell,rows*cell),accent=accentOf(stage);stage.pointed!==null&&stage.known&&
lightUnits(stage,context,cell,rows,columns);let[row,column]=stage.unit(),size=Math.max(6,cell);frame(context,column*cell-
(size-cell)/2,row*cell-(size-cell)/2,size,size,accent,2.5)}function lightUnits(stage,context,cell,rows,columns){let[down,
across]=[seeing(stage.spans.rows,stage.pointed[0]),seeing(stage.spans.columns,stage.pointed[1])];context.fillStyle=getComputedStyle(
stage.root).getPropertyValue("--st-background-color").trim(),context.globalAlpha=.72,context.fillRect(0,0,columns*cell,rows*
cell),context.globalAlpha=1;let[wanted,seen]=[new Set(across),new Set(down)];for(let row of seen)for(let column of wanted)
context.clearRect(column*cell,row*cell,cell,cell)}var bar=background=>{let made=Object.assign(document.createElement("i"),
{className:"bar"});return made.style.background=background,made},lineOf=className=>Object.assign(document.createElement(
"i"),{className});function legend(figure,parts){let text=words=>Object.assign(document.createElement("span"),{textContent:words});
figure.querySelector(".legend").replaceChildren(...parts.map(part2=>typeof part2=="string"?text(part2):part2))}function legendSeen(stage){
let{effective,sequential}=stage.planes,figure=stage.find(".seen");if(effective===void 0)return legend(figure,[stage.words.
no_effective]);let top=effective.values.reduce((largest,value)=>Math.max(largest,value),0),scale=["0",bar(gradient(sequential.
values)),say(top,top),stage.words.scale_effective],lines=[lineOf("line"),stage.words.contour_half,lineOf("line dashed"),
stage.words.contour_most],rough=stage.rough>1?[stage.words.contour_rough.replaceAll("{width}",stage.rough)]:[];return legend(
figure,[...scale,...lines,...rough])}var STEPS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},stage_default=mountStage(openStage,receive,
{event:"chosen"});function openStage(parentElement){let root=parentElement.querySelector(".stage"),find=selector=>root.querySelector(
selector),stage={root,find,payload:null,hovered:null,pointed:null,mix:.6,timer:0,frame:0,chosen:null};return stage.unit=
()=>stage.hovered??[stage.chosen.row,stage.chosen.column],stage.watcher=new ResizeObserver(()=>redraw(stage)),stage.watcher.
observe(root),bindMap(stage,find(".map .plane")),bindSeen(stage,find(".seen .plane")),root.onkeydown=event=>walk(stage,event),
stage}function receive(stage,data){if(stage.payload!==data){stage.payload=data;let layer=stage.layer;Object.assign(stage,
unpack(data)),stage.palettes=Object.fromEntries(["sequential","diverging"].map(name=>[name,preparePalette(stage.planes[name].
values)])),stage.known=stage.field.scope!=="unknown",stage.spans={rows:halves(stage.planes.rows),columns:halves(stage.planes.
columns)},layer!==stage.layer&&(stage.hovered=null),stage.chosen={...stage.view},stage.root.classList.remove("waiting")}
buildControls(stage),redraw(stage),stage.root.dataset.drawn=stage.layer,stage.root.dataset.unit=[stage.view.channel,stage.
view.row,stage.view.column,stage.view.over].join(" "),window.dispatchEvent(new CustomEvent(DRAWN,{detail:{layer:stage.layer,
...stage.view}}))}var halves=({values,shape:[,count]})=>[values.slice(0,count),values.slice(count)];function redraw(stage){
if(stage.payload===null||stage.root.clientWidth===0)return;stage.root.classList.toggle("narrow",stage.root.clientWidth<560);
let{words,planes}=stage,[rows,columns]=planes.map.shape,values={channel:stage.view.channel,layer:stage.layer,rows,columns,
picture:stage.about.picture};stage.find(".seen figcaption").textContent=put(words.seen,{...values,rows:planes.picture.shape[0],
columns:planes.picture.shape[1]}),stage.find(".map figcaption").textContent=put(words.map,values);for(let name of["seen",
"map"]){let caption=stage.find(`.${name} figcaption`).textContent;stage.find(`.${name} .plane`).setAttribute("aria-label",
`${caption}. ${words[`keys_${name}`]}`)}drawSeen(stage),drawMap(stage),legendSeen(stage),mark(stage)}function mark(stage){
markSeen(stage),markMap(stage),write2(stage)}function soon(stage){stage.frame===0&&(stage.frame=requestAnimationFrame(()=>{
stage.frame=0,mark(stage)}))}function write2(stage){let{words,field,planes,spans,known}=stage,readout=stage.find(".reado\
ut"),note=stage.find(".note");if(note.textContent=[field.reason&&put(words.reason,{reason:field.reason}),throughWindows(
stage)].filter(Boolean).join(" "),stage.pointed!==null&&known){let counts=[seeing(spans.rows,stage.pointed[0]).length,seeing(
spans.columns,stage.pointed[1]).length],all=planes.map.shape,values={row:stage.pointed[0],column:stage.pointed[1],units:counts[0]*
counts[1],down:counts[0],across:counts[1],all:all[0]*all[1]};readout.textContent=put(words.pixel,values);return}let unit=stage.
unit(),value=neat(planes.map.values[unit[0]*planes.map.shape[1]+unit[1]],stage.high-stage.low),place2={row:unit[0],column:unit[1],
channel:stage.view.channel,value},box=known?boxAt(spans,unit):null;readout.textContent=box===null?put(words.unit_unknown,
place2):put(words.unit,{...place2,...boxWords(box)}),box!==null&&field.scope==="exact"&&!field.reason&&(note.textContent=
clipped(stage,unit,box))}function throughWindows({words,field}){return field.scope!=="whole image"||!field.spatial_size?
"":put(words.through_windows,{high:field.spatial_size[0],wide:field.spatial_size[1]})}var boxWords=({top,left,bottom,right})=>({
top,left,last_row:bottom-1,last_column:right-1,high:bottom-top,wide:right-left});function clipped({words,field,planes},unit,box){
let[rows,columns]=planes.picture.shape,over=beyond(field,unit,[rows,columns]),[high,wide]=field.size,values={...over,high,
wide,inside_high:box.bottom-box.top,inside_wide:box.right-box.left,rows,columns};if(box.bottom-box.top===rows&&box.right-
box.left===columns)return put(high>rows||wide>columns?words.more_than_all:words.all,values);let any=over.top+over.left+over.
bottom+over.right>0;return put(any?words.clipped:words.inside,values)}function under(event,plane,cell,[rows,columns]){let bounds=plane.
getBoundingClientRect(),[row,column]=[Math.floor((event.clientY-bounds.top)/cell),Math.floor((event.clientX-bounds.left)/
cell)];return row<0||column<0||row>=rows||column>=columns?null:[row,column]}function bindMap(stage,plane){let unitUnder=event=>under(
event,plane,stage.cell,stage.planes.map.shape);plane.onpointermove=event=>{let unit=unitUnder(event);String(unit)!==String(
stage.hovered)&&(stage.hovered=unit,soon(stage))},plane.onpointerleave=()=>{stage.hovered=null,soon(stage)},plane.onclick=
event=>{let unit=unitUnder(event);unit!==null&&choose(stage,unit)}}function bindSeen(stage,plane){let pixelUnder=event=>under(
event,plane,stage.pixel,stage.planes.picture.shape);plane.onpointermove=event=>{let pixel=pixelUnder(event);String(pixel)!==
String(stage.pointed)&&(stage.pointed=pixel,soon(stage))},plane.onpointerleave=()=>{stage.pointed=null,soon(stage)},plane.
onclick=event=>{let pixel=pixelUnder(event);pixel!==null&&stage.known&&chooseOver(stage,pixel)}}function chooseOver(stage,[
row,column]){let{row_centres:rows,column_centres:columns}=stage.planes;choose(stage,[nearestUnit(rows.values,row),nearestUnit(
columns.values,column)])}function choose(stage,[row,column]){stage.chosen={...stage.chosen,row,column},stage.hovered=null,
mark(stage),ask(stage)}function ask(stage){stage.tell(wish(stage))}function wish(stage){return stage.root.classList.add(
"waiting"),{layer:stage.layer,...stage.chosen}}function walk(stage,event){if(!event.target.closest?.(".plane"))return;if(event.
key==="PageDown"||event.key==="PageUp"){event.preventDefault(),stage.tell({step:event.key==="PageDown"?1:-1});return}let[
rows,columns]=stage.planes.map.shape,step=STEPS[event.key],{row,column}=stage.chosen,to={Home:[0,0],End:[rows-1,columns-
1]}[event.key]??(step&&[row+step[0],column+step[1]]);to!==void 0&&(event.preventDefault(),!(to[0]<0||to[1]<0||to[0]>=rows||
to[1]>=columns)&&(stage.chosen={...stage.chosen,row:to[0],column:to[1]},stage.hovered=stage.pointed=null,mark(stage),stage.
later(()=>wish(stage))))}function buildControls(stage){let bar2=stage.find(".controls"),made=JSON.stringify(stage.words);
bar2.dataset.made!==made&&(bar2.dataset.made=made,bar2.setAttribute("aria-label",stage.words.controls),bar2.replaceChildren(
mixSlider(stage),overList(stage),saveButton(stage))),bar2.querySelector("[name=over]").value=stage.view.over}function labelled(words,control){
let label=document.createElement("label");return label.append(words,control),label}function mixSlider(stage){let slider=Object.
assign(document.createElement("input"),{type:"range",name:"mix",min:0,max:1,step:.05,value:stage.mix});return slider.oninput=
()=>{stage.mix=Number(slider.value);let[rows,columns]=stage.planes.picture.shape;drawHeat(stage,{cell:stage.pixel,width:stage.
pixel*columns,height:stage.pixel*rows})},labelled(stage.words.mix,slider)}function overList(stage){let select=Object.assign(
document.createElement("select"),{name:"over"});for(let over of["picture","average"])select.add(new Option(stage.words[`\
over_${over}`],over));return select.onchange=()=>{stage.chosen={...stage.chosen,over:select.value},ask(stage)},labelled(
stage.words.over,select)}function saveButton(stage){let button=Object.assign(document.createElement("button"),{type:"but\
ton",name:"save_png",textContent:stage.words.save_png});return button.onclick=()=>{let figures=["seen","map"].map(name=>({
canvases:[...stage.find(`.${name}`).querySelectorAll("canvas")],caption:stage.find(`.${name} figcaption`).textContent}));
savePicture(stage.root,`${stage.about.file}.png`,stage.find(".readout").textContent,figures)},button}export{stage_default as default};
