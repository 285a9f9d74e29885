function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);if(quantum<1e-6||Math.abs(value)>=
1e6)return value.toExponential(3).replaceAll("-","−");let text=value.toFixed(Math.max(0,Math.ceil(-Math.log10(quantum)-
1e-9)));return(Number(text)===0?text.replace("-",""):text).replace("-","−")}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
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
strokeStyle=accent,context.strokeRect(x,y,width,height)}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole,name)=>values[name]??whole);function sizeOf({rows,columns},side){let longest2=Math.max(rows,columns);return[Math.max(1,Math.round(side*columns/longest2)),
Math.max(1,Math.round(side*rows/longest2))]}var beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function buildControls({find,words,channels,counts},act){let bar=find(".controls");bar.setAttribute("aria-label",words.controls);
let input=Object.assign(document.createElement("input"),{type:"number",name:"channel",min:0,max:channels-1,step:1});input.
onchange=()=>act.channel(Number(input.value));let step=document.createElement("span");step.className="step";let label=document.
createElement("label");label.append(words.channel,input),step.append(makeButton("back","‹",words.back,()=>act.channel(
-1,!0)),label),step.append(makeButton("on","›",words.on,()=>act.channel(1,!0)),put(words.of,{last:channels-1}));let save2=makeButton(
"save",words.save_png,words.save_png,act.save);bar.replaceChildren(step,makeCounts(words,counts,act),save2)}function makeButton(name,sign,label,act){
let button=Object.assign(document.createElement("button"),{type:"button",className:name,onclick:act});return button.append(
sign),button.setAttribute("aria-label",label),button}function makeCounts(words,counts,act){let select=Object.assign(document.
createElement("select"),{name:"count"});for(let count of counts)select.add(new Option(count,count));select.onchange=()=>act.
count(Number(select.value));let label=document.createElement("label");return label.append(words.count,select),label}function showControls({
find,view,channels}){find("input[name=channel]").value=view.channel,find("select[name=count]").value=view.count,find(".b\
ack").disabled=view.channel===0,find(".on").disabled=view.channel===channels-1}function patchesOf({planes},channel,count){let[,most]=planes.values.shape,found=[];for(let rank=0;rank<Math.min(count,most);rank+=
1){let at=channel*most+rank,[row,column]=[planes.rows.values[at],planes.columns.values[at]];if(row===65535)break;let box=boxOf(
planes,row,column);found.push({rank,value:planes.values.values[at],row,column,source:planes.sources.values[at],box})}return found}
function boxOf({row_spans:rows,column_spans:columns},row,column){let[top,bottom]=rows.values.subarray(row*2,row*2+2),[left,
right]=columns.values.subarray(column*2,column*2+2);return{top,left,bottom,right}}var longest=patches=>patches.reduce((most,{
box})=>Math.max(most,box.bottom-box.top,box.right-box.left),1);function arrange(count,width,height,{gap,below,smallest,largest}){
let best={across:1,side:0};for(let across=1;across<=Math.max(1,count);across+=1){let down=Math.ceil(count/across),wide=(width-
(across-1)*gap)/across-gap,side=Math.floor(Math.min(wide,(height-(down-1)*gap)/down-below,largest));side>=best.side&&(best=
{across,side})}return best.side>=smallest?best:{across:Math.max(1,Math.floor((width+gap)/(smallest+2*gap))),side:smallest}}
function walk(key,at,count,across){let to={ArrowRight:at+1,ArrowLeft:at-1,ArrowDown:at+across,ArrowUp:at-across,Home:0,End:count-
1}[key];return to===void 0?null:to>=0&&to<count?to:at}var NARROW=640,AROUND=330,TILES={gap:8,below:34,smallest:76,largest:190},[SMALLEST_PICTURE,LARGEST_PICTURE,BESIDE]=[220,
320,430],[THIN,SMALLEST_BOX]=[1,4],stage_default=mountStage(openStage,receive);function openStage(parentElement){let root=parentElement.
querySelector(".patches"),stage={root,find:selector=>root.querySelector(selector),received:null,timer:0,marked:0,list:[]};
return stage.watcher=new ResizeObserver(()=>draw(stage)),stage.watcher.observe(root),root.onkeydown=event=>press(stage,event),
stage.find(".go").onclick=()=>go(stage,stage.marked),stage}function receive(stage,data){let opened=unpack(data);opened.serial!==
stage.received&&(clearTimeout(stage.timer),Object.assign(stage,opened,{received:opened.serial,view:{...opened.view_from_address},
marked:0,confirmed:null}),stage.canvases=stage.pictures.map((_,index)=>pictureCanvas(stage.planes[`picture${index}`])),stage.
root.setAttribute("aria-label",stage.captions.alt),stage.find(".whole").textContent=stage.captions.whole??"",stage.find(
".go").textContent=stage.words.go,buildControls(stage,actions(stage)),draw(stage),stage.root.dataset.drawn=stage.serial)}
function actions(stage){return{channel:(number,relative=!1)=>settle(stage,{channel:bounded(stage,relative?stage.view.channel+
number:number)}),count:count=>settle(stage,{count}),save:()=>save(stage)}}var bounded=({channels},number)=>Math.max(0,Math.
min(channels-1,Math.round(number)||0));function settle(stage,change){Object.assign(stage.view,change),Object.assign(stage,
{marked:0,confirmed:null}),draw(stage),stage.later(()=>({...stage.view,serial:stage.serial}))}function go(stage,rank){let{
row,column,source}=stage.list[rank];stage.tellOf("gone",{...stage.view,serial:stage.serial,picture:stage.pictures[source].
key,row,column})}function draw(stage){let width=stage.root.clientWidth;if(stage.received===null||width===0)return;stage.
root.classList.toggle("narrow",width<NARROW),showControls(stage),stage.list=patchesOf(stage,stage.view.channel,stage.view.
count);let room=stage.find(".strongest").clientWidth;stage.tiles=arrange(stage.list.length,room,Math.max(300,window.innerHeight-
AROUND),TILES);let holder=stage.find(".list");holder.style.gridTemplateColumns=`repeat(${stage.tiles.across}, ${stage.tiles.
side+TILES.gap}px)`,holder.setAttribute("aria-label",put(stage.words.list,{channel:stage.view.channel}));let focused=holder.
contains(stage.root.getRootNode().activeElement);holder.replaceChildren(...stage.list.map(patch=>makePatch(stage,patch)));
let none=stage.find(".none");none.hidden=stage.list.length>0,none.textContent=put(stage.several?stage.words.none_all:stage.
words.none,{channel:stage.view.channel}),mark(stage,Math.min(stage.marked,Math.max(0,stage.list.length-1))),focused&&holder.
children[stage.marked]?.focus()}function makePatch(stage,patch){let button=document.createElement("button");button.type=
"button",button.innerHTML='<span class="tile"><canvas></canvas></span><b></b><small></small>',button.querySelector("b").
textContent=say(patch.value,0),button.querySelector("small").textContent=stage.several?stage.pictures[patch.source].label:
"",button.setAttribute("aria-label",describe(stage,patch));let{side}=stage.tiles;Object.assign(button.querySelector(".ti\
le").style,{width:`${side}px`,height:`${side}px`});let{top,left,bottom,right}=patch.box,zoom=side/longest(stage.list),[wide,
tall]=[(right-left)*zoom,(bottom-top)*zoom],context=fit(button.querySelector("canvas"),wide,tall);return place(context,stage.
canvases[patch.source],[left,top,right-left,bottom-top],[0,0,wide,tall]),button.onpointerenter=button.onfocus=()=>mark(stage,
patch.rank),button.onpointerdown=event=>stage.byTouch=event.pointerType!=="mouse"&&stage.confirmed!==patch.rank,button.onclick=
()=>choose(stage,patch.rank),button}function choose(stage,rank){mark(stage,rank),stage.byTouch?(stage.byTouch=!1,stage.confirmed=
rank):go(stage,rank)}var ends=({top,left,bottom,right})=>({top,left,bottom:bottom-1,right:right-1});function describe(stage,{
rank,value,row,column,source,box}){let picture=stage.pictures[source].label,place_={rank:rank+1,row,column,picture,channel:stage.
view.channel,...ends(box)};return put(stage.words.patch,{...place_,value:say(value,0)})}function mark(stage,rank){stage.
marked=rank;let patch=stage.list[rank];[...stage.find(".list").children].forEach((button,index)=>{button.classList.toggle(
"marked",index===rank),button.tabIndex=index===rank?0:-1}),stage.find(".go").hidden=patch===void 0,drawPicture(stage,patch),
writeReadout(stage,patch)}function drawPicture(stage,patch){let source=patch?.source??0,[rows,columns]=stage.planes[`pic\
ture${source}`].shape,size=sizeOf({rows,columns},pictureSide(stage)),[canvas,marks]=stage.find(".place").querySelectorAll(
"canvas");place(fit(canvas,...size),stage.canvases[source],[0,0,columns,rows],[0,0,...size]),stage.find(".place figcapti\
on").textContent=stage.pictures[source].label;let context=fit(marks,...size),accent=getComputedStyle(stage.root).getPropertyValue(
"--st-primary-color").trim(),[across,down]=[size[0]/columns,size[1]/rows],outline=({box:{top,left,bottom,right}},thick)=>{
let inset=thick/2+1,[wide,tall]=[(right-left)*across,(bottom-top)*down].map(long=>Math.max(SMALLEST_BOX,long-2*inset));frame(
context,left*across+inset,top*down+inset,wide,tall,accent,thick)};for(let other of stage.list)other.source===source&&other!==
patch&&outline(other,THIN);patch&&outline(patch,3),canvas.setAttribute("aria-label",patch?describe(stage,patch):stage.pictures[source].
label)}function pictureSide({find}){let tall=Math.max(SMALLEST_PICTURE,Math.min(LARGEST_PICTURE,window.innerHeight-BESIDE));
return Math.min(tall,find(".place").clientWidth)}function writeReadout(stage,patch){let readout=stage.find(".readout");if(readout.
replaceChildren(),patch===void 0)return;let value=put(stage.words.value,{value:say(patch.value,0),rank:patch.rank+1,count:stage.
list.length}),place_={row:patch.row,column:patch.column,picture:stage.pictures[patch.source].label,...ends(patch.box)};readout.
append(Object.assign(document.createElement("b"),{textContent:value}),put(stage.words.sees,place_))}function press(stage,event){
let step={PageDown:1,PageUp:-1}[event.key];if(step!==void 0){event.preventDefault(),actions(stage).channel(step,!0);return}
let focused=event.composedPath()[0];if(!stage.find(".list").contains(focused))return;let to=walk(event.key,stage.marked,
stage.list.length,stage.tiles.across);to!==null&&(event.preventDefault(),mark(stage,to),stage.find(".list").children[to].
focus())}function save(stage){let figures=[...stage.find(".list").querySelectorAll("button")].map(button=>({canvases:[button.
querySelector("canvas")],caption:[...button.querySelectorAll("b, small")].map(({textContent})=>textContent).filter(Boolean).
join(" · ")})),picture={canvases:[...stage.find(".place").querySelectorAll("canvas")],caption:stage.find("figcaption").
textContent},title=put(stage.captions.title,{channel:stage.view.channel});savePicture(stage.root,`${stage.captions.file}\
-${stage.view.channel}.png`,title,[picture,...figures])}export{stage_default as default};
