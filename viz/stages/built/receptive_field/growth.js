var DRAWN="convoscope:drawn";var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({values,shape:[
rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=opaque(
values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=window.devicePixelRatio||1,[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.width!==columns||
canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=`${width}px`,canvas.style.height=`${height}\
px`;let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,height),context}
function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,context.imageSmoothingQuality=
"medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}var beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show2=()=>{Object.assign(course,afterShowing(course,ending)),receive2()};if(!isOlder(course,
ending)){show2();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show2,8e3)},8e3)}var isOlder=({
shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.knows<done;function afterShowing({
visit,done,told},{knows,...ending}){let same=ending.visit===visit;return{...ending,shown:knows,done:same?Math.max(done,knows):
knows,told:same?Math.max(told,knows):knows}}function endingOf(data){let length=new DataView(data.buffer,data.byteOffset+
data.length-4).getUint32(0,!0);return JSON.parse(new TextDecoder().decode(data.subarray(data.length-4-length,data.length-
4)))}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole,name)=>values[name]??whole);function sizeOf({rows,columns},side){let longest=Math.max(rows,columns);return[Math.max(1,Math.round(side*columns/longest)),
Math.max(1,Math.round(side*rows/longest))]}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){let bytes=payload.slice(),
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
setTimeout(()=>URL.revokeObjectURL(link.href),1e3)}var SETTLE=250;function mountStage(open,receive2,{event="settled",leave:leave2=()=>{},relays=!1}={}){let stages=new WeakMap;return({data,
parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open(parentElement),relays);return stages.
set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue),accept(stage.course,endingOf(data),()=>receive2(
stage,data)),()=>{clearTimeout(stage.timer),clearTimeout(stage.course.aside),stage.frame&&cancelAnimationFrame(stage.frame),
leave2(stage),stage.watcher.disconnect(),stages.delete(parentElement)}}}function counting(stage,relays){let course=beginning();
return Object.assign(stage,{course,busy:()=>{clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.
told}})}function telling(stage,event,host){let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,
{told:course.done,repeat:()=>stage.tellOf(name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):
window.dispatchEvent(new CustomEvent(DRAWN,{detail:value}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function nearestUnit(centres,pixel){let[best,least]=[0,1/0];return centres.forEach((centre,unit)=>{let away=centre===null?
NaN:Math.abs(centre-pixel);away<least&&([best,least]=[unit,away])}),best}function unitFor(rung,[row,column]){return rung.scope==="exact"?[nearestUnit(rung.rows.centres,row),nearestUnit(rung.columns.
centres,column)]:null}function boxFor(rung,pixel,[rows,columns]){if(rung.scope==="unknown")return null;if(rung.scope!=="\
exact")return{top:0,left:0,bottom:rows,right:columns};let[row,column]=unitFor(rung,pixel),{rows:down,columns:across}=rung;
return{top:down.starts[row],left:across.starts[column],bottom:down.stops[row],right:across.stops[column]}}function cutSides(rung,pixel,limits2){
let none={top:!1,left:!1,bottom:!1,right:!1};if(rung.scope!=="exact")return none;let[first,second]=unitFor(rung,pixel).map(
(unit,axis)=>unit*rung.stride[axis]-rung.padding[axis]);return{top:first<0,left:second<0,bottom:first+rung.size[0]>limits2[0],
right:second+rung.size[1]>limits2[1]}}function stops(rungs,every2){return rungs.flatMap((rung,index)=>every2||rung.fresh?
[index]:[])}function placeIn(list2,current){return Math.max(0,list2.findLastIndex(index=>index<=current))}function nextStop(list2,current,direction){
return(direction>0?list2.find(index=>index>current):list2.findLast(index=>index<current))??null}function nested(rungs,current,pixel,limits2){
let found=new Map;for(let rung of rungs.slice(0,current+1)){let box=rung.fresh||rung===rungs[current]?boxFor(rung,pixel,
limits2):null;if(box===null)continue;let name=Object.values(box).join(" ");found.delete(name),found.set(name,box)}return[
...found.values()]}function around(list2,place2,room){if(list2.length<=room)return list2;let inner=room-4,start=Math.max(
1,Math.min(list2.length-1-inner,place2-Math.floor(inner/2))),shown=[list2[0],...list2.slice(start,start+inner),list2.at(
-1)],gaps=[start>1,start+inner<list2.length-1];return[shown[0],...gaps[0]?[null]:[],...shown.slice(1,-1),...gaps[1]?[null]:
[],shown.at(-1)]}var pace=count=>Math.max(150,Math.min(1e3,3e4/count));var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},LAYERS={PageDown:1,PageUp:-1};function buildControls(stage){
let{words}=stage,bar=stage.find(".controls");bar.setAttribute("aria-label",words.controls),bar.replaceChildren(button("f\
irst",words.first,words.first_title,()=>goTo(stage,stage.stops()[0])),button("back",words.back,words.back_title,()=>step(
stage,-1)),button("play",words.play,null,()=>toggle(stage)),button("forward",words.forward,words.forward_title,()=>step(
stage,1)),button("last",words.last,words.last_title,()=>goTo(stage,stage.stops().at(-1))),slider(stage),list(stage),every(
stage),button("save",words.save_png,null,()=>stage.save()))}function button(name,text,title,act){let made=Object.assign(
document.createElement("button"),{name,textContent:text,onclick:act});return title!==null&&(made.title=title,made.setAttribute(
"aria-label",title)),made}function slider(stage){let made=Object.assign(document.createElement("input"),{type:"range",name:"\
depth",min:0});return made.setAttribute("aria-label",stage.words.depth),made.oninput=()=>goTo(stage,stage.stops()[Number(
made.value)]),made}function list(stage){let made=Object.assign(document.createElement("select"),{name:"layer"});return made.
setAttribute("aria-label",stage.words.layer),made.append(...stage.rungs.map(({name})=>new Option(name,name))),made.onchange=
()=>goTo(stage,made.selectedIndex),made}function every(stage){let label=document.createElement("label"),box=Object.assign(
document.createElement("input"),{type:"checkbox",name:"every"});return box.onchange=()=>stage.change({every:box.checked}),
label.append(box,stage.words.every),label}function showControls(stage){let[shown,current]=[stage.stops(),stage.index()],
at=name=>stage.find(`[name="${name}"]`),place2=placeIn(shown,current);Object.assign(at("depth"),{max:shown.length-1,value:place2}),
at("depth").setAttribute("aria-valuetext",stage.rungs[current].name),at("layer").value=stage.view.layer,at("every").checked=
stage.view.every,at("back").disabled=at("first").disabled=nextStop(shown,current,-1)===null,at("forward").disabled=at("l\
ast").disabled=nextStop(shown,current,1)===null,at("play").textContent=stage.playing?stage.words.pause:stage.words.play,
at("play").setAttribute("aria-pressed",String(stage.playing))}function goTo(stage,index){stop(stage),stage.touched=!0,stage.
change({layer:stage.rungs[index].name})}function step(stage,direction){let next2=nextStop(stage.stops(),stage.index(),direction);
next2!==null&&goTo(stage,next2)}function toggle(stage){return stage.playing?stop(stage):play(stage)}function play(stage){
stage.playing=!0,stage.hovered=null;let shown=stops(stage.rungs,stage.view.every),wait=pace(shown.length),beat=()=>{let next2=nextStop(
stage.stops(),stage.index(),1);if(next2===null)return stop(stage);stage.change({layer:stage.rungs[next2].name}),stage.beating=
setTimeout(beat,wait)},anew=!stage.touched||nextStop(shown,stage.index(),1)===null;stage.change(anew?{layer:stage.rungs[shown[0]].
name}:{}),stage.beating=setTimeout(beat,wait)}function stop(stage){stage.playing&&(clearTimeout(stage.beating),stage.playing=
!1,stage.touched=!0,stage.change({}))}function press(stage,event){let shown=stage.stops();if(event.key===" ")toggle(stage);else if(event.
key in LAYERS)step(stage,LAYERS[event.key]);else if(event.key==="Home")goTo(stage,shown[0]);else if(event.key==="End")goTo(
stage,shown.at(-1));else if(event.key in ARROWS)walk(stage,ARROWS[event.key]);else return;event.preventDefault()}function walk(stage,direction){
let{stride}=stage.rungs[stage.index()],[row,column]=[stage.view.row,stage.view.column].map((at,axis)=>at+direction[axis]*
Math.max(1,stride[axis])),{rows,columns}=stage.picture;stage.change({row:Math.max(0,Math.min(rows-1,row)),column:Math.max(
0,Math.min(columns-1,column))})}function bindPointer2(stage){let plane=stage.find(".plane"),dragging=!1;plane.onpointerdown=
event=>{event.button===0&&(plane.setPointerCapture(event.pointerId),dragging=!0,choose(stage,event))},plane.onpointermove=
event=>{dragging?choose(stage,event):event.pointerType==="mouse"&&!stage.playing&&stage.look(pixelUnder(stage,event))},plane.
onpointerup=plane.onpointercancel=()=>dragging=!1,plane.onpointerleave=()=>stage.look(null),plane.onkeydown=event=>press(
stage,event)}function pixelUnder(stage,event){let bounds=stage.find(".plane").getBoundingClientRect(),within=(at,size,count)=>Math.
max(0,Math.min(count-1,Math.floor(at/size*count))),{rows,columns}=stage.picture;return[within(event.clientY-bounds.top,bounds.
height,rows),within(event.clientX-bounds.left,bounds.width,columns)]}function choose(stage,event){let[row,column]=pixelUnder(
stage,event);stage.hovered=null,(row!==stage.view.row||column!==stage.view.column)&&stage.change({row,column})}var LARGEST=384;function drawPicture(stage){let figure=stage.find(".picture"),{rows,columns}=stage.picture,room=stage.root.
classList.contains("narrow")?stage.root.clientWidth:LARGEST;stage.size=sizeOf({rows,columns},Math.min(LARGEST,room)),figure.
style.maxWidth=`${stage.size[0]}px`;let context=fit(figure.querySelector("canvas"),...stage.size);place(context,stage.source,
[0,0,columns,rows],[0,0,...stage.size])}function drawBoxes(stage,grown=1){let{rungs,view,picture,size}=stage,limits2=[picture.
rows,picture.columns],context=fit(stage.find(".marks"),...size),pixel=stage.hovered??[view.row,view.column],index=stage.
index(),box=boxFor(rungs[index],pixel,limits2),scale=[size[0]/picture.columns,size[1]/picture.rows],boxes=nested(rungs,index,
pixel,limits2),last=box===null?null:boxes.pop(),from=boxes.at(-1)??last,strong=last===null?null:between(from,last,grown);
strong!==null&&veil(context,size,onScreen(strong,scale));for(let one of boxes)thin(context,onScreen(one,scale));strong!==
null&&(frame(context,...inset(onScreen(strong,scale),size),accentOf(stage),3),grown===1&&dashes(context,cutSides(rungs[index],
pixel,limits2),inset(onScreen(strong,scale),size))),cross(context,[(pixel[1]+.5)*scale[0],(pixel[0]+.5)*scale[1]])}var accentOf=stage=>getComputedStyle(
stage.root).getPropertyValue("--st-primary-color").trim(),between=(from,to,share)=>Object.fromEntries(Object.keys(to).map(
side=>[side,from[side]+(to[side]-from[side])*share])),onScreen=({top,left,bottom,right},[across,down])=>[left*across,top*
down,(right-left)*across,(bottom-top)*down];function inset([x,y,width,height],[wide,tall]){let[left,top]=[Math.max(2.5,x),
Math.max(2.5,y)];return[left,top,Math.min(wide-2.5,x+width)-left,Math.min(tall-2.5,y+height)-top]}function veil(context,[
width,height],[x,y,wide,tall]){context.fillStyle="rgb(0 0 0 / 45%)",context.beginPath(),context.rect(0,0,width,height),context.
rect(x,y,wide,tall),context.fill("evenodd")}function thin(context,[x,y,width,height]){for(let[colour,thick]of[["rgb(0 0 \
0 / 55%)",3],["rgb(255 255 255 / 90%)",1.25]])context.strokeStyle=colour,context.lineWidth=thick,context.strokeRect(x,y,
width,height)}function dashes(context,{top,left,bottom,right},[x,y,width,height]){context.strokeStyle="#ffffff",context.
lineWidth=5,context.setLineDash([6,8]),context.beginPath();let line=(on,...[x1,y1,x2,y2])=>{on&&(context.moveTo(x1,y1),context.
lineTo(x2,y2))};line(top,x,y,x+width,y),line(left,x,y,x,y+height),line(bottom,x,y+height,x+width,y+height),line(right,x+
width,y,x+width,y+height),context.stroke(),context.setLineDash([])}function cross(context,[x,y]){for(let[colour,thick]of[
["#000000",4],["#ffffff",2]])context.strokeStyle=colour,context.lineWidth=thick,context.beginPath(),context.moveTo(x-6,y),
context.lineTo(x+6,y),context.moveTo(x,y-6),context.lineTo(x,y+6),context.stroke()}var LISTED=4,times=([rows,columns])=>`${rows} × ${columns}`;function explain(rung,words){let{how}=rung;if(rung.scope===
"unknown")return[put(words.unknown,{reason:rung.reason})];if(rung.scope==="whole image")return wholeImage(rung,words);if(how.
kind==="same")return[put(words.same,{source:named(how.source,words)})];if(how.kind==="window")return window_(rung,words);
if(how.kind==="branches")return branches(rung,words);let other=put(words.other,{source:named(how.source,words)});return rung.
reason===null?[other]:[other,put(words.uneven,{reason:rung.reason})]}var named=(source,words)=>source||words.picture;function wholeImage(rung,words){
let lines=[put(words.whole,{reason:rung.reason})];return rung.through!==null&&lines.push(put(words.through,{size:times(rung.
through)})),lines}function byAxis(write3,words){let[rows,columns]=[write3(0),write3(1)];return rows.flatMap((line,index)=>line===
columns[index]?[line]:[put(words.rows,{line}),put(words.columns,{line:columns[index]})])}function window_({how,size,stride,
padding},words){let write3=axis=>{let[before,layer]=[how.before[axis],how.layer],[r,S,P]=[before.size,before.stride,before.
padding],numbers={r,S,P,k:layer.kernel[axis],s:layer.stride[axis],p:layer.padding[axis],d:layer.dilation[axis]};return[put(
words.size_line,{...numbers,new:size[axis]}),put(words.stride_line,{...numbers,new:stride[axis]}),put(words.padding_line,
{...numbers,new:padding[axis]})]};return[put(words.from,{source:named(how.source,words)}),...byAxis(write3,words)]}function branches({
how,size,padding},words){let write3=axis=>{let fields=how.branches.map(({axes})=>axes[axis]),[paddings,reaches]=[fields.
map(one=>one.padding),fields.map(one=>one.size-one.padding)];return[put(words.union_padding,{list:listed(paddings),new:padding[axis]}),
put(words.union_size,{padding:padding[axis],list:listed(reaches),reach:Math.max(...reaches),new:size[axis]})]},list2=how.
branches.slice(0,LISTED).map(({name,axes})=>put(words.branch,{name:named(name,words),size:times(axes.map(one=>one.size))}));
return how.branches.length>LISTED&&list2.push(put(words.more_branches,{count:how.branches.length-LISTED})),[put(words.branches,
{list:list2.join(", ")}),...byAxis(write3,words)]}function listed(numbers){let different=[...new Set(numbers)].sort((one,other)=>other-
one);return different.slice(0,LISTED).join(", ")+(different.length>LISTED?", …":"")}function placeText(rung,pixel,limits2,words){
let box=boxFor(rung,pixel,limits2),unit=unitFor(rung,pixel);if(box===null)return words.place_unknown;if(unit===null)return put(
words.place_whole,{size:times(limits2)});let[rows,columns]=[box.bottom-box.top,box.right-box.left];if(rows===0||columns===
0)return put(words.place_nothing,{row:unit[0],column:unit[1]});let place2=put(words.place,{row:unit[0],column:unit[1],first_row:box.
top,last_row:box.bottom-1,first_column:box.left,last_column:box.right-1}),all=rows===limits2[0]&&columns===limits2[1];return all&&
rung.size.some((size,axis)=>size>limits2[axis])?`${place2} ${put(words.more_than_all,{size:times(rung.size),picture:times(
limits2)})}`:all?`${place2} ${words.all}`:Object.values(cutSides(rung,pixel,limits2)).some(Boolean)?`${place2} ${put(words.
cut,{size:times([rows,columns])})}`:place2}var GROWING=260,ROOM={wide:10,narrow:7},stage_default=mountStage(openStage,receive,{leave});function openStage(parentElement){
let root=parentElement.querySelector(".stage"),stage={root,find:selector=>root.querySelector(selector),hovered:null,playing:!1,
payload:null};return stage.index=()=>Math.max(0,stage.rungs.findIndex(({name})=>name===stage.view.layer)),stage.stops=()=>stops(
stage.rungs,stage.view.every),stage.change=change=>applyChange(stage,change),stage.look=pixel=>look(stage,pixel),stage.save=
()=>save(stage),stage.watcher=new ResizeObserver(()=>redraw(stage)),stage.watcher.observe(root),bindPointer2(stage),stage}
function leave(stage){clearTimeout(stage.beating),cancelAnimationFrame(stage.frame)}function receive(stage,data){if(stage.
payload!==data){stage.payload=data,Object.assign(stage,unpack(data));let[rows,columns]=stage.planes.picture.shape;Object.
assign(stage,{picture:{rows,columns},source:pictureCanvas(stage.planes.picture)});for(let rung of stage.rungs)rung.rows=
stage.axes[rung.rows]??null,rung.columns=stage.axes[rung.columns]??null;stage.root.setAttribute("aria-label",stage.about.
alt),stage.find(".plane").setAttribute("aria-label",`${stage.about.alt} ${stage.words.keys}`),stage.find("figcaption").textContent=
stage.about.caption;let brackets=stage.rungs.some(({through})=>through!==null)?stage.words.key_through:"";stage.find(".k\
ey").textContent=[stage.words.key,brackets,stage.words.keys].filter(Boolean).join(" "),buildControls(stage)}stage.received!==
stage.serial&&(clearTimeout(stage.timer),clearTimeout(stage.beating),Object.assign(stage,{received:stage.serial,playing:!1,
touched:!1,hovered:null,view:{...stage.view_from_address}})),redraw(stage),stage.root.dataset.drawn=stage.serial}function redraw(stage){
stage.payload===null||stage.root.clientWidth===0||(stage.root.classList.toggle("narrow",stage.root.clientWidth<640),drawPicture(
stage),show(stage))}function show(stage){cancelAnimationFrame(stage.frame),showControls(stage),drawBoxes(stage),write2(stage)}
function write2(stage){let{words,rungs,picture}=stage,index=stage.index(),rung=rungs[index],pixel=stage.hovered??[stage.
view.row,stage.view.column];stage.find(".layer b").textContent=rung.name,stage.find(".layer span").textContent=put(words.
which,{kind:rung.kind,number:index+1,count:rungs.length}),stage.find(".size").textContent=rung.scope==="unknown"?words.size_unknown:
put(words.size,{size:times(rung.size)}),stage.find(".how").replaceChildren(...explain(rung,words).map(line=>Object.assign(
document.createElement("p"),{textContent:line}))),writeSizes(stage);let place2=stage.find(".place");place2.setAttribute(
"aria-live",stage.playing?"off":"polite"),place2.textContent=placeText(rung,pixel,[picture.rows,picture.columns],words)}
function writeSizes(stage){let shown=stage.stops(),place2=placeIn(shown,stage.index()),room=stage.root.classList.contains(
"narrow")?ROOM.narrow:ROOM.wide,made=around(shown,place2,room).map(index=>{if(index===null)return Object.assign(document.
createElement("span"),{textContent:"…"});let rung=stage.rungs[index],text=chip(rung),button2=Object.assign(document.createElement(
"button"),{textContent:text,title:rung.name,onclick:()=>goTo(stage,index)});return button2.setAttribute("aria-label",`${rung.
name}: ${text}`),index===shown[place2]&&button2.setAttribute("aria-current","true"),button2});stage.find(".sizes").replaceChildren(
...made)}function chip({scope,size,through}){if(scope==="unknown")return"?";let[rows,columns]=through??size,text=rows===
columns?String(rows):`${rows}×${columns}`;return through===null?text:`(${text})`}function applyChange(stage,change){let before=stage.
index();Object.assign(stage.view,change),show(stage),stage.index()>before&&!window.matchMedia("(prefers-reduced-motion: \
reduce)").matches&&grow(stage),tellSoon(stage)}function grow(stage){let start=performance.now(),tick=now=>{let share=Math.
min(1,Math.max(0,(now-start)/GROWING));drawBoxes(stage,share),share<1&&(stage.frame=requestAnimationFrame(tick))};tick(start)}
function look(stage,pixel){String(pixel)!==String(stage.hovered)&&(stage.hovered=pixel,cancelAnimationFrame(stage.frame),
stage.frame=requestAnimationFrame(()=>{drawBoxes(stage),write2(stage)}))}function tellSoon(stage){clearTimeout(stage.timer),
stage.timer=setTimeout(()=>{stage.playing||window.dispatchEvent(new CustomEvent(DRAWN,{detail:{...stage.view}}))},SETTLE)}
function save(stage){let{about,view,words}=stage,canvases=[...stage.find(".plane").querySelectorAll("canvas")],seen=stage.
find(".size").textContent,caption=put(words.saved,{seen,row:view.row,column:view.column});savePicture(stage.root,`${about.
file}-${view.layer}.png`,put(about.title,{layer:view.layer}),[{canvases,caption}])}export{stage_default as default};
