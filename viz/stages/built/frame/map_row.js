var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"heard"});
live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.after(
live,description);let aloud={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("focusout",
()=>describe(aloud)),aloud}function hear(aloud,text){aloud.now=[text].flat().map(sentence),aloud.root.matches(":focus-wi\
thin")||describe(aloud),aloud.said??=aloud.now,clearTimeout(aloud.timer),newsOf(aloud)!==""&&wait(aloud)}var sentence=text=>text.
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==said?.[at]).
join(" ").trim();function wait(aloud){aloud.timer=setTimeout(()=>{if(aloud.busy())return wait(aloud);elsewhere(aloud.root)||
(aloud.live.textContent=newsOf(aloud)),aloud.said=aloud.now},REST)}function elsewhere(root){let held=document.activeElement?.
shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({description,
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll('[ro\
le="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-descri\
bedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var MOST_CELLS=11;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[start,Math.min(count,
start+most)]}function tableOfCells(words,caption,{rows:rows2,columns},[row,column],read2){let[[top,bottom],[left,right]]=[
around(rows2,row,MOST_CELLS),around(columns,column,MOST_CELLS)],whole2=bottom-top===rows2&&right-left===columns,part2={top,
bottom:bottom-1,left,right:right-1,rows:rows2,columns,row,column},[down,across]=[numbers(top,bottom),numbers(left,right)];
return{caption,note:whole2?"":put(words.part??"",part2),columns:["",...across.map(at=>put(words.column??"",{column:at}))],
rows:down.map(at=>[put(words.row??"",{row:at}),...across.map(place2=>read2(at,place2))]),at:[row-top,column-left]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows:rows2,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="En\
d")return[corners?rows2-1:row,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row+step[0],column+
step[1]];return down>=0&&across>=0&&down<rows2&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){
let last=layout.count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.
page&&(key==="PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));
let step=arrow(key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at+step[0]*downwards(
layout)+step[1];return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element,act){CONTROLS.includes(element.tagName)||WIDGETS.includes(element.getAttribute(
"role")??"")||element.setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,
at,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&layout&&
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark=>mark==="."?marks.decimal:mark===","?marks.group:"−");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}var NOT_A_NUMBER=65535,PLUS_INFINITY=65534,MINUS_INFINITY=65533,HIGHEST_LEVEL=65532;function limits(low,high,range){let signed=low<
0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.abs(low),Math.abs(high));return[-reach,reach]}
return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([low]){return low<0?"diverging":"sequential"}
function decode(code,low,step){return code===NOT_A_NUMBER?NaN:code===PLUS_INFINITY?1/0:code===MINUS_INFINITY?-1/0:low+code*
step}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";
if(value===0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||
Math.abs(value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`;var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintCodes(codes,start,count,low,step,[
bottom,top],palette,pixels,at){let span=top-bottom,slope=span>0?255*step/span:0,base=span>0?255*(low-bottom)/span:127.5,
off=0;for(let index=0;index<count;index+=1){let code=codes[start+index],colour;if(code>HIGHEST_LEVEL)colour=code===NOT_A_NUMBER?
palette.nan:palette.infinite,off+=1;else{let level=base+code*slope;level<-.5||level>255.5?(colour=palette.clipped,off+=1):
colour=palette.colours[level+.5|0]}pixels[at+index]=colour}return off}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}function gradient(values){
return`linear-gradient(to right, ${Array.from({length:17},(_,step)=>{let at=Math.round(step/16*255)*3;return`rgb(${values[at]}\
 ${values[at+1]} ${values[at+2]})`}).join(", ")})`}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows2,columns){
let canvas=document.createElement("canvas");canvas.width=columns,canvas.height=rows2;let image=new ImageData(new Uint8ClampedArray(
pixels.buffer,pixels.byteOffset,rows2*columns*4),columns,rows2);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows2]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows2)&&(canvas.width=columns,canvas.height=rows2),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}
function frame(context,x,y,width,height,accent,thick=2){context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take(
event);forget(),waiting2=event,timer=setTimeout(()=>take(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along)<=
8)return;if(along>across)return forget();take(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=event=>{
waiting2!==null&&take(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,()=>held)}
function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",webkitTouchCallout:"\
none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener("touchmove",prevent,
{passive:!1}),element.addEventListener("contextmenu",prevent)}function cellUnder(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);return row>=0&&column>=
0&&row<shape.rows&&column<shape.columns?[row,column]:null}function cellsTo(event,element,{rows:rows2,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.
clientY-top)/height*rows2,(event.clientX-left)/width*columns]}function bindPointer(element,act){if(act.drags)return bindDrag(
element,act);element.onpointermove=event=>{act.look?.(act.at(event),event)},element.onpointerleave=event=>{act.look?.(null,
event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){let found=act.at(event);found!==null&&
act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,{take:event=>(held=act.grab?.(event)!==
!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.pointerType==="mouse"&&act.look?.(act.
at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{held||act.look?.(null,event)}}function writeScale(legend,scale,planes){let range=scale[1]-scale[0];part(legend,".low").textContent=say(scale[0],range),
part(legend,".high").textContent=say(scale[1],range),part(legend,".bar").style.background=gradient(planes[paletteFor(scale)].
values)}var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
/`]}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
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
data&&waits("failed",ending.missing??ending.words?.missing??""))}var REST2=100,NAMED=500;function makeTables(root,read2){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button,box]=[part(holder,"button"),part(holder,".tables")],
tables={button,box,read:read2,words:{},timer:0};return button.onclick=()=>{box.hidden=!box.hidden,button.setAttribute("a\
ria-expanded",String(!box.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box)},root.
after(holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST2))}function nameAfter({button,box,words},[first]){
if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element of[
button,box])element.setAttribute("aria-label",name)}function writeTables(tables){let{box,read:read2}=tables;if(box.hidden)
return;let{scrollLeft,scrollTop}=box,shown=read2();nameAfter(tables,shown),box.replaceChildren(...shown.map(tableOf)),Object.
assign(box,{scrollLeft,scrollTop})}function showPresent(box){let present=box.querySelector('td[aria-current="true"]');if(!(present instanceof
HTMLElement))return;let[inner,outer]=[present.getBoundingClientRect(),box.getBoundingClientRect()];box.scrollLeft+=inner.
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows:rows2,at=[-1,-1]}){let table=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows2.map((cells,row)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:null))),table.append(title,head,body),
table}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){let row=document.createElement(
"tr");return row.append(...cells),at!==null&&(at<0?row:cells[at+1])?.setAttribute("aria-current","true"),row}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),...forced,
ink:style.color,family:style.fontFamily}}var MOVED="convoscope:moved";var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var rows=new WeakMap,SIDE=170;function mountMapRow({data,parentElement,setTriggerValue}){let row=rows.get(parentElement)??
openRow(part(parentElement,".row"));return rows.set(parentElement,row),row.payload!==data&&arrive(row,data,()=>receive(row,
data),waiting(row.root,setTriggerValue)),()=>{row.awaited=null,clearTimeout(row.aloud.timer),clearTimeout(row.tables.timer),
rows.delete(parentElement)}}function openRow(root){let row={root};return row.tables=makeTables(root,()=>tablesOf(row)),row.
aloud=makeAloud(root,()=>!1),row}function receive(row,data){let{words:shared={},marks:marks2}=endingOf(data);markWith(marks2),
Object.assign(row,{payload:data,shared},opened(data)),nameTables(row.tables,shared),row.scale=limits(row.low,row.high,"a\
uto"),row.palette=preparePalette(row.planes[paletteFor(row.scale)].values),part(row.root,".maps").replaceChildren(...row.
maps.map((map,index)=>makeFigure(row,map,index))),writeScale(row.root,row.scale,row.planes),row.aloud.said=null,point(row,
row.start),introduce(row.root,shared)}function read({planes:{codes,low,step},...row},index,down,across){let[,rows2,columns]=codes.
shape;return say(decode(codes.values[(index*rows2+down)*columns+across],low.values[index],step.values[index]),row.high-row.
low)}function tablesOf(row){return row.maps.map(({label,note},index)=>tableOfCells(row.shared,`${label}, ${note}`,geometry(
row),row.unit,(down,across)=>read(row,index,down,across)))}function makeFigure(row,{label,note},index){let figure=document.
createElement("figure");figure.innerHTML='<figcaption></figcaption><div class="plane"><canvas tabindex="0" role="img"></\
canvas><canvas></canvas></div><div class="value"></div>',part(figure,"figcaption").append(label,made("small",note));let{
codes,height,width,rows:down,columns:across}=geometry(row),pixels=new Uint32Array(down*across),{low,step}=row.planes;paintCodes(
codes,index*pixels.length,pixels.length,low.values[index],step.values[index],row.scale,row.palette,pixels,0);let[canvas]=figure.
querySelectorAll("canvas");return canvas.setAttribute("aria-label",`${label}, ${note}`),place(fit(canvas,width,height),canvasOf(
pixels,down,across),[0,0,across,down],[0,0,width,height]),bindPointer(canvas,{at:event=>cellUnder(event,canvas,geometry(
row)),look:cell=>cell&&point(row,cell)}),bindKeys(canvas,{layout:()=>({kind:"cells",rows:down,columns:across}),at:()=>row.
unit,go:unit2=>point(row,unit2)}),figure}function geometry({planes:{codes:{values,shape:[,rows2,columns]}}}){let longest=Math.
max(rows2,columns);return{codes:values,rows:rows2,columns,height:SIDE*rows2/longest,width:SIDE*columns/longest}}function point(row,unit2){
let{rows:down,columns:across,width,height}=geometry(row);row.unit=unit2;let{accent}=themeOf(row.root),[wide,tall]=[Math.
max(5,width/across),Math.max(5,height/down)];row.root.querySelectorAll("figure").forEach((figure,index)=>{let[,marks2]=figure.
querySelectorAll("canvas");frame(fit(marks2,width,height),unit2[1]*width/across,unit2[0]*height/down,wide,tall,accent),part(
figure,".value").textContent=read(row,index,...unit2)});let said=put(row.words.place,{row:unit2[0],column:unit2[1]});part(
row.root,".readout").textContent=said,hear(row.aloud,`${said} ${row.maps.map(({label},index)=>`${label} ${read(row,index,
...unit2)}`).join("; ")}`),followTables(row.tables)}export{mountMapRow as default};
