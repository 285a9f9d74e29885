var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line3}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line3),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
"").replace(marks.decimal,".").replaceAll("−","-");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`;function measure(root){let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(
getComputedStyle(host).fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.
getBoundingClientRect();for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){
return parentNode===null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
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
strokeRect(x,y,width,height),context.lineWidth=thick,context.strokeStyle=accent,context.strokeRect(x,y,width,height)}function cellNear(event,element,shape){let[row,column]=cellsTo(event,element,shape).map(Math.floor);return[within(row,shape.
rows),within(column,shape.columns)]}var within=(place2,count)=>Math.max(0,Math.min(count-1,place2));function cellsTo(event,element,{
rows,columns}){let{left,top,width,height}=element.getBoundingClientRect();return[(event.clientY-top)/height*rows,(event.
clientX-left)/width*columns]}function scaleOver(maps){let[low,high]=[1/0,-1/0];for(let values of maps)for(let value of values)value<low&&value>-1/0&&
(low=value),value>high&&value<1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){
let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(brought.map(name=>[
name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest=Math.max(rows,columns);return[
Math.max(1,Math.round(side*columns/longest)),Math.max(1,Math.round(side*rows/longest))]}var withScale=(title,[low,high])=>`${title} (${say(low,high-low)} … ${say(high,high-low)})`;var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
knows<done;function afterShowing({visit,done,told:told2},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told2,knows):knows}}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
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
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,figures);function savePicture(root,fileName,title,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
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
definition),stage.soon=()=>soon(stage,definition);let told2=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told2(),rest),stage.settle=(change={})=>{Object.assign(stage.view,change),
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var FIGURES=4,MOST_FIGURES=15;function sumOf(values,weights,bias){let products=Float64Array.from(values,(value,index)=>value*
weights[index]),order=Array.from(products,(_,term)=>term).sort((one,other)=>Math.abs(products[other])-Math.abs(products[one])||
one-other),total=products.reduce((sum,product)=>sum+product,bias);return{values,weights,products,bias,total,order}}function logSoftmax(logits,temperature2){
let largest=logits.reduce((most,value)=>Math.max(most,value),-1/0),shifted=Float64Array.from(logits,value=>(value-largest)/
temperature2),sum=shifted.reduce((total,value)=>total+Math.exp(value),0);return{logs:shifted.map(value=>value-Math.log(sum)),
shifted,under:()=>sum,largest}}function logSigmoid(logits,temperature2){let scaled2=Float64Array.from(logits,value=>value/
temperature2),under=label=>1+Math.exp(-Math.abs(scaled2[label])),shifted=scaled2.map(value=>Math.min(value,0));return{logs:shifted.
map((value,label)=>value-Math.log1p(Math.exp(-Math.abs(scaled2[label])))),shifted,under}}function fromLog(log,figures=FIGURES){
if(log>-13)return neatly(Math.exp(log),figures);let exponent=Math.floor(log/Math.LN10),digits2=Math.exp(log-exponent*Math.
LN10).toFixed(figures-1);return Number(digits2)>=10&&([digits2,exponent]=[(Number(digits2)/10).toFixed(figures-1),exponent+
1]),marked(`${digits2}e−${-exponent}`)}function readLog(text){let[digits2,exponent="0"]=plain(text).split("e");return Math.
log(Number(digits2))+Number(exponent)*Math.LN10}function neatly(value,figures=FIGURES){if(value===0)return"0";let text=value.
toPrecision(figures),short=text.includes("e")?String(Number(text)):text;return marked(short.includes(".")&&!short.includes(
"e")?short.replace(/\.?0+$/,""):short)}function writeQuotient(shifted,under,log){let result=fromLog(log),written={over:"",
under:""};for(let figures=FIGURES;figures<=MOST_FIGURES&&(written={over:fromLog(shifted,figures),under:neatly(under,figures)},
fromLog(readLog(written.over)-Math.log(Number(plain(written.under))))!==result);figures+=1);return{...written,exponent:writeExponent(
shifted,written.over),result}}function writeExponent(exponent,power){let figures=plain(power).replace(/e.*/,"").replace(
/^0\.0*|\./g,"").length;for(let decimals=2;decimals<=MOST_FIGURES;decimals+=1){let text=exponent.toFixed(decimals);if(fromLog(
Number(text),Math.max(FIGURES,figures))===power)return neatZeros(text)}return neatZeros(exponent.toFixed(MOST_FIGURES))}
var neatZeros=text=>marked(text.replace(/\.?0+$/,"").replace(/^-0$/,"0"));function writeLoss(log){let loss=neatly(-log||
0);for(let figures=FIGURES;figures<=MOST_FIGURES;figures+=1){let probability=fromLog(log,figures);if(neatly(-readLog(probability)||
0)===loss)return{probability,loss,exact:!0}}return{probability:fromLog(log,MOST_FIGURES),loss,exact:!1}}function percent(log){
let value=100*Math.exp(log);return value<.005?marked("< 0.01"):value>=99.995&&log<0?marked("> 99.99"):decimal(value,value<
10||value>=99.95&&log<0?2:1)}function buildControls(stage){search(stage);let ofClasses=stage.ending==="none"?[]:[...temperature(stage),truth(stage)];
stage.find(".controls").replaceChildren(...ofClasses,button(stage.words.save_png,stage.save,"save_png"))}function labelled(words,...controls){
let label=document.createElement("label");return label.append(words,...controls),label}function button(words,act,name){return Object.
assign(made("button",words),{type:"button",name,onclick:act})}function search({words,act,find}){let input=find("input[na\
me=search]");input.placeholder=words.search,input.setAttribute("aria-label",words.search),input.oninput=()=>act.find(input.
value),bindKeys(input,{keys:{Enter:()=>find(".classes .row")?.click()}})}function temperature({words,act,temperatures}){
let slider=document.createElement("input");Object.assign(slider,{type:"range",name:"temperature",min:0,max:temperatures.
length-1,step:1}),slider.oninput=()=>act.change({temperature:temperatures[Number(slider.value)]});let own=button(words.own_temperature,
()=>act.change({temperature:1}),"own_temperature");return[labelled(words.temperature,slider,document.createElement("outp\
ut")),own]}function truth({words,act,labels}){let select=Object.assign(document.createElement("select"),{name:"true"}),sorted=[
...labels.keys()].sort((one,other)=>labels[one].localeCompare(labels[other])||one-other);for(let label of sorted)select.
add(new Option(labels[label],String(label)));return select.onchange=()=>act.change({truth:Number(select.value)}),labelled(
words.truth,select)}function showControls({find,view,temperatures,words,ending}){if(ending==="none")return;let slider=find(
"input[name=temperature]");slider.value=temperatures.indexOf(view.temperature),find(".controls output").textContent=view.
temperature,slider.setAttribute("aria-valuetext",`${words.temperature} ${view.temperature}`),find("button[name=own_tempe\
rature]").setAttribute("aria-pressed",String(view.temperature===1)),find("select[name=true]").value=view.truth}var BESIDE=3;function rowsInSight(top,height,rowHeight,count){return[Math.max(0,Math.floor(top/rowHeight)-BESIDE),Math.min(
count,Math.ceil((top+height)/rowHeight)+BESIDE)]}function makeList(scroller,rowHeight,{fill,chosen,choose,hover}){let sheet=document.
createElement("div");scroller.replaceChildren(sheet);let rows=new Map,count=0,tall=()=>scroller.clientHeight/perUnit(),page=()=>Math.
max(1,Math.floor(tall()/rowHeight)-1),draw2=()=>{let[first,last]=rowsInSight(scroller.scrollTop/perUnit(),tall()||240,rowHeight,
count);for(let[place2,row]of rows)place2>=first&&place2<last||(row.remove(),rows.delete(place2));for(let place2=first;place2<
last;place2+=1)drawRow(place2);scroller.setAttribute("aria-activedescendant",rows.get(chosen())?.id??"")},drawRow=place2=>{
let row=rows.get(place2);row===void 0&&(row=Object.assign(document.createElement("div"),{className:"row",id:`${scroller.
dataset.list}-${place2}`}),row.setAttribute("role","option"),row.style.top=px(place2*rowHeight),row.onpointerenter=()=>hover(
place2),row.onclick=()=>choose(place2),rows.set(place2,row),sheet.append(row)),row.classList.toggle("chosen",place2===chosen()),
row.setAttribute("aria-selected",String(place2===chosen())),fill(row,place2)};scroller.onscroll=draw2,scroller.onpointerleave=
()=>hover(null);let reveal=place2=>{let[top,bottom]=[place2,place2+1].map(at=>at*rowHeight*perUnit());top<scroller.scrollTop?
scroller.scrollTop=top:bottom>scroller.scrollTop+scroller.clientHeight&&(scroller.scrollTop=bottom-scroller.clientHeight),
draw2()};return bindKeys(scroller,{layout:()=>({kind:"list",count,page:page()}),at:()=>Math.max(0,chosen()),go:to=>{count!==
0&&(choose(to),reveal(to))}}),{show:now=>{count=now,sheet.style.height=px(count*rowHeight),draw2()},reveal,rewind:()=>{scroller.
scrollTop=0}}}function parts(row,classes){return row.childElementCount!==classes.length&&row.replaceChildren(...classes.map(className=>Object.
assign(document.createElement("div"),{className}))),[...row.children]}var filledIn=bar=>bar.firstChild??bar.appendChild(
document.createElement("span")),[NEGATIVE,POSITIVE]=[40,215];function colourOf({diverging},value){let at=(value<0?NEGATIVE:
POSITIVE)*3;return`rgb(${[...diverging.values.subarray(at,at+3)].join(" ")})`}function barOf(value,reach,signed){let share=reach>
0?Math.abs(value)/reach*(signed?50:100):0,zero=signed?50:0;return{zero,left:value<0?zero-share:zero,width:share}}var ROW=33,sortClasses=logits=>Array.from(logits,(_,label)=>label).sort((one,other)=>logits[other]-logits[one]||one-other);
function matching(labels,order,search2){let wanted=search2.toLowerCase().split(/\s+/).filter(Boolean);return wanted.length===
0?order:order.filter(label=>wanted.every(word=>labels[label].toLowerCase().includes(word)))}function makeClasses(stage){
let scroller=stage.find(".classes .scroller");scroller.dataset.list="class",stage.classes=makeList(scroller,ROW,{fill:(row,place2)=>fillRow(
stage,row,stage.found[place2]),chosen:()=>stage.found.indexOf(stage.view.label),choose:place2=>stage.act.chooseClass(stage.
found[place2]),hover:place2=>stage.act.hoverClass(place2===null?null:stage.found[place2])})}function headClasses({find,words,
labels,view,ending}){find(".classes h2").textContent=put(words.classes,{count:labels.length});let heads=[words.class,words.
logit,...ending==="none"?[]:[put(words.probability,{temperature:view.temperature}),""]];find(".classes .heads").replaceChildren(
...heads.map(text=>made("span",text))),find(".classes .scroller").setAttribute("aria-label",put(words.classes,{count:labels.
length}))}function showClasses(stage){stage.found=matching(stage.labels,stage.byLogit,stage.search),stage.classes.show(stage.
found.length)}function tableOfClasses({words,shared,labels,view,ending,found,planes,softmax}){let number=ending==="none"?
[]:[put(words.table_probability,{temperature:view.temperature})];return tableOfLines(shared,put(words.classes,{count:labels.
length}),[words.class,words.logit,...number],{count:found.length,at:found.indexOf(view.label),line:place2=>{let label=found[place2],
share=ending==="none"?[]:[put(words.percent,{percent:percent(softmax.logs[label])})];return[labels[label],say(planes.logits.
values[label],0),...share]}})}function fillRow({words,labels,planes,softmax,view,ending,hoveredClass},row,label){let[name,
logit,probability,bar]=parts(row,["name","number","number","bar"]);if(name.replaceChildren(made("span",labels[label])),label===
view.truth&&ending!=="none"&&name.append(made("i",words.true_mark)),name.setAttribute("title",labels[label]),logit.textContent=
say(planes.logits.values[label],0),row.classList.toggle("hovered",label===hoveredClass),ending==="none")return;let log=softmax.
logs[label];probability.innerHTML="<b></b>",part(probability,"b").textContent=put(words.percent,{percent:percent(log)}),
filledIn(bar).style.cssText=`left: 0; width: ${100*Math.exp(log)}%; background: var(--st-primary-color)`}function buildChain({find,steps,act}){find(".chain").replaceChildren(...steps.map(step=>{let item=document.createElement(
"li"),button2=document.createElement("button");return button2.type="button",button2.classList.toggle("differs",step.differs),
button2.append(Object.assign(document.createElement("b"),{textContent:step.name}),Object.assign(document.createElement("\
small"),{textContent:step.made})),button2.setAttribute("title",step.does),button2.onpointerenter=button2.onfocus=button2.
onclick=()=>act.explain(step),button2.onpointerleave=button2.onblur=()=>act.explain(null),item.append(button2),item}))}var ROW2=46,TILE=38;function makeTerms(stage){let scroller=stage.find(".terms .scroller");scroller.dataset.list="term",stage.
terms=makeList(scroller,ROW2,{fill:(row,at)=>stage.sum&&fillRow2(stage,stage.sum,row,stage.sum.order[at]),chosen:()=>stage.
sum?.order.indexOf(stage.term??stage.sum.order[0])??-1,choose:at=>stage.sum&&stage.act.chooseTerm(stage.sum.order[at]),hover:at=>stage.
act.hoverTerm(at===null?null:stage.sum?.order[at]??null)})}function placeOf({form,places:[rows,columns]},term){if(form===
"average")return{channel:term};if(form==="features")return{feature:term};let within2=form==="classes"?term:term%(rows*columns),
place2={row:Math.floor(within2/columns),column:within2%columns};return form==="classes"?place2:{channel:Math.floor(term/
(rows*columns)),...place2}}var nameOf=(stage,term)=>put(stage.words[`term_${stage.form}`],placeOf(stage,term));function showTerms(stage){
let{find,words,form,labels,view,sum,planes}=stage;find(".terms").classList.toggle("plain",planes.maps===void 0||form!=="\
average");let named={label:labels[view.label],count:planes.weights.shape[1]},heading=put(sum===null?words.waiting:words[`\
terms_${form}`],named);find(".terms h2").textContent=heading,find(".terms .scroller").setAttribute("aria-label",heading);
let heads=[words[`head_${form}`],words[`value_${form}`],words.weight,words.product,words.bar];form==="average"&&heads.unshift(
""),find(".terms .heads").replaceChildren(...heads.map(text=>made("span",text))),find(".terms .heads").children[form==="\
average"?1:0].className="left",stage.signed=(sum?.products??[]).some(product=>product<0),stage.terms.show(sum===null?0:sum.
order.length)}function fillRow2(stage,sum,row,term){let{form,planes,reach,signed}=stage,names=["name","number","number",
"number","bar"],cells=parts(row,form==="average"?["tile",...names]:names);form==="average"&&drawTile(stage,cells[0],term);
let[name,value,weight,product,bar]=cells.slice(form==="average"?1:0);name.textContent=nameOf(stage,term),value.textContent=
say(sum.values[term],0),weight.textContent=say(sum.weights[term],0),product.innerHTML="<b></b>",part(product,"b").textContent=
say(sum.products[term],reach);let{zero,left,width}=barOf(sum.products[term],reach,signed);bar.style.setProperty("--zero",
`${zero}%`),filledIn(bar).style.cssText=`left: ${left}%; width: ${width}%; background: ${colourOf(planes,sum.products[term])}`,
row.classList.toggle("hovered",term===stage.hoveredTerm)}function drawTile(stage,cell,term){if(cell.dataset.term===`${stage.
payloads} ${term}`)return;cell.dataset.term=`${stage.payloads} ${term}`;let[,rows,columns]=stage.planes.maps.shape,canvas=cell.
querySelector("canvas")??cell.appendChild(document.createElement("canvas")),[width,height]=sizeOf({rows,columns},TILE);place(
fit(canvas,width,height),mapPicture(stage,term),[0,0,columns,rows],[0,0,width,height])}function tableOfTerms(stage,sum){
let{words,shared,form,reach,find,shownTerm}=stage,columns=[words[`head_${form}`],words[`value_${form}`],words.weight,words.
product];return tableOfLines(shared,find(".terms h2").textContent,columns,{count:sum.order.length,at:sum.order.indexOf(shownTerm),
line:at=>{let term=sum.order[at];return[nameOf(stage,term),say(sum.values[term],0),say(sum.weights[term],0),say(sum.products[term],
reach)]}})}function mapPicture(stage,channel){let{planes,pictures,palettes,mapScale}=stage,known=pictures.get(channel);if(known)
return known;let[,rows,columns]=planes.maps.shape,values=planes.maps.values.subarray(channel*rows*columns,(channel+1)*rows*
columns),painted=canvasOf(paintValues(values,mapScale,palettes[paletteFor(mapScale)]),rows,columns);return pictures.set(
channel,painted),painted}var SIDE=150;function drawMap(stage){let{find,form,words,places:[rows,columns],sum,shownTerm}=stage,figure=find(".map");
if(figure.hidden=form==="features"||sum===null,find(".spelled").classList.toggle("alone",figure.hidden),figure.hidden)return;
let{source,scale,values}=pictureOf(stage,sum,shownTerm),[width,height]=sizeOf({rows,columns},SIDE),canvas=figure.querySelector(
"canvas"),context=fit(canvas,width,height);place(context,source,[0,0,columns,rows],[0,0,width,height]);let at=placeOf(stage,
shownTerm);at.row!==void 0&&markCell(stage,context,[at.row,at.column??0],width/columns,height/rows);let caption=put(words[`\
map_${form}`],{...at,label:stage.labels[stage.view.label]});figure.querySelector("figcaption").textContent=caption,canvas.
setAttribute("aria-label",`${caption}, ${rows} × ${columns}`),writeLegend(stage,figure,scale),canvas.onpointermove=event=>{
let[row,column]=cellNear(event,canvas,{rows,columns});form==="classes"?stage.act.hoverTerm(row*columns+column):find(".re\
adout").textContent=put(words.cell,{...at,row,column,value:say(values[row*columns+column],0)})}}function pictureOf(stage,sum,term){
let{form,planes,palettes,places:[rows,columns],mapScale}=stage;if(form==="classes"){let scale=scaleOver([sum.values]);return{
source:canvasOf(paintValues(sum.values,scale,palettes[paletteFor(scale)]),rows,columns),scale,values:sum.values}}let{channel=0}=placeOf(
stage,term),values=planes.maps.values.subarray(channel*rows*columns,(channel+1)*rows*columns);return{source:mapPicture(stage,
channel),scale:mapScale,values}}function markCell({theme},context,[row,column],across,down){frame(context,column*across,
row*down,Math.max(6,across),Math.max(6,down),theme.accent,2)}function writeLegend({words,form,planes},figure,scale){let range=scale[1]-
scale[0],bar=Object.assign(document.createElement("i"),{className:"scale"});bar.style.background=gradient(planes[paletteFor(
scale)].values);let scope=made("span",form==="classes"?words.scope_class:words.scope_maps);part(figure,".legend").replaceChildren(
neat(scale[0],range),bar,neat(scale[1],range),scope)}function readout(stage){return stage.step!==null?stage.step.does:stage.hoveredClass===null&&(stage.hoveredTerm!==null||stage.
term!==null)?ofTerm(stage):ofClass(stage,stage.hoveredClass??stage.view.label)}function ofTerm(stage){let{words,form,labels,
view,sum,shownTerm:term}=stage;if(sum===null)return put(words.waiting,{label:labels[view.label]});let place2=sum.order.indexOf(
term)+1,numbers2={value:say(sum.values[term],0),weight:say(sum.weights[term],0),product:say(sum.products[term],0)};return put(
words[`read_${form}`],{...placeOf(stage,term),name:nameOf(stage,term),label:labels[view.label],...numbers2,place:place2,
count:sum.order.length})}function ofClass({words,labels,planes,softmax,view,rank,spelled},label){let numbers2={logit:say(
planes.logits.values[label],0),percent:percent(softmax.logs[label]),temperature:view.temperature},said=put(words.read_class,
{label:labels[label],rank:(rank.get(label)??0)+1,count:labels.length,...numbers2});return spelled.sum===null&&label!==view.
label?`${said} ${words.press}`:said}var MOST=10,[WIDTH,HEIGHT,NAME,NUMBER]=[460,26,190,90];function picture(stage){let{root,captions,sum,labels,planes,softmax,
byLogit,find}=stage,classes=byLogit.slice(0,MOST).map(label=>{if(stage.ending==="none")return{name:labels[label],number:say(
planes.logits.values[label],0),...barOf(0,1,!1),colour:"#3d405b"};let number=put(stage.words.percent,{percent:percent(softmax.
logs[label])});return{name:labels[label],number,...barOf(Math.exp(softmax.logs[label]),1,!1),colour:"#3d405b"}}),figures=[
drawRows(root,termBars(stage),find(".terms h2").textContent),drawRows(root,classes,find(".classes h2").textContent)],map=find(
".map");if(!map.hidden&&sum!==null){let scale=stage.form==="classes"?scaleOver([sum.values]):stage.mapScale;figures.push(
{canvases:[map.querySelector("canvas")],caption:withScale(map.querySelector("figcaption").textContent,scale)})}return setTimeout(
()=>figures.slice(0,2).forEach(({canvases:[canvas]})=>canvas.remove())),{file:captions.file,title:captions.title,figures}}
function termBars(stage){let{sum,planes,reach,signed}=stage;return sum===null?[]:sum.order.slice(0,MOST).map(term=>{let value=sum.
products[term];return{name:nameOf(stage,term),number:say(value,reach),...barOf(value,reach,signed),colour:colourOf(planes,
value)}})}function drawRows(root,rows,caption){let canvas=document.createElement("canvas");canvas.style.cssText="positio\
n: absolute; visibility: hidden; pointer-events: none; top: 0; left: 0;",root.append(canvas);let context=fit(canvas,WIDTH,
Math.max(1,rows.length)*HEIGHT);return context.font="14px system-ui, sans-serif",context.textBaseline="middle",rows.forEach(
({name,number,zero,left,width,colour},index)=>{let middle=(index+.5)*HEIGHT,room=(WIDTH-NAME-NUMBER)/100;context.fillStyle=
colour,context.fillRect(NAME+left*room,middle-7,width*room,14),context.fillStyle="#16171d",context.fillRect(NAME+zero*room,
middle-10,1,20),context.fillText(name,0,middle,NAME-10),context.textAlign="right",context.fillText(number,WIDTH,middle,NUMBER-
8),context.textAlign="left"}),{canvases:[canvas],caption}}var MOST_TERMS=9,STANDING=3;function foldedTerms(texts,{unfolded,unfold,rest,fold}){let last=texts.length-1,long=texts.length>
MOST_TERMS,spans=(start,end)=>texts.slice(start,end).map(text=>made("span",text));return{terms:(long&&!unfolded?[...spans(
0,STANDING),foldButton(rest(STANDING,last),!1,unfold),...spans(last)]:spans(0)).flatMap((node,at)=>at===0?[node]:[" + ",
node]),after:long&&unfolded?[" ",foldButton(fold,!0,unfold)]:[]}}function foldButton(text,open2,onclick){let button2=Object.
assign(made("button",text),{type:"button",name:"fold",onclick});return button2.setAttribute("aria-expanded",String(open2)),
button2}var MOST_DECIMALS=6,MOST_MORE=10,FIGURES2=4;function decimalsOf(numbers2){let largest=numbers2.reduce((most,number)=>Math.
max(most,Math.abs(number)),0);for(let decimals=0;decimals<=4;decimals+=1)if(numbers2.every(number=>Math.abs(number-Number(
number.toFixed(decimals)))<=1e-9*largest))return decimals;let needed=FIGURES2-1-Math.floor(Math.log10(largest));return Math.
max(0,Math.min(MOST_DECIMALS,needed))}var scaled=(number,decimals)=>BigInt(Math.round(number*10**decimals));function digits(whole2,decimals){
let text=(whole2<0n?-whole2:whole2).toString().padStart(decimals+1,"0"),point2=text.length-decimals,fraction=text.slice(
point2).replace(/0+$/,"");return marked((whole2<0n?"−":"")+text.slice(0,point2)+(fraction&&`.${fraction}`))}function roundingOf(written,total,size){
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
product,added),decimals)}}var roundedTo=({rounded})=>rounded===null?"":` ≈ ${rounded}`,bracketed=number=>number.startsWith("−")?`(${number})`:
number;function line2({terms},start=0,end=terms.length){return terms.slice(start,end).map(({value,weight})=>`${bracketed(
value)} × ${bracketed(weight)}`).join(" + ")}function partOf({terms},start,end){let places=text=>(text.split(".")[1]??"").
length,chosen=terms.slice(start,end).map(({product})=>plain(product)),decimals=Math.max(0,...chosen.map(places)),whole2=text=>BigInt(
text.replace(".","")+"0".repeat(decimals-places(text)));return digits(chosen.reduce((sum,text)=>sum+whole2(text),0n),decimals)}function writeSums(stage){writeLogit(stage),writeSoftmax(stage),writeCrossEntropy(stage)}function writeLogit(stage){let{
find,words,form,labels,spelled:{label,sum}}=stage;if(find(".logit h2").textContent=put(words[`spelled_${form}`],{label:labels[label],
count:stage.planes.weights.shape[1]}),sum===null){stage.writtenSum=null,find(".logit .sum").textContent=label===stage.view.
label?put(words.waiting,{label:labels[label]}):words.press;return}let state=`${stage.payloads} ${label} ${stage.unfolded}`;
if(stage.writtenSum===state)return;stage.writtenSum=state;let chosen=list=>sum.order.map(index=>list[index]),written=writeSum(
chosen(sum.values),chosen(sum.weights),sum.bias,sum.total);find(".logit .sum").replaceChildren(...folded(stage,written))}
function folded({words,unfolded,act},written){let texts=written.terms.map((_,at)=>line2(written,at,at+1)),rest=(start,end)=>put(
words.more,{count:end-start,sum:partOf(written,start,end)}),{terms,after}=foldedTerms(texts,{unfolded,unfold:act.unfold,
rest,fold:words.fold}),nodes=[...terms];return written.bias!==null&&nodes.push(" + ",made("span",put(words.bias,{bias:bracketed(
written.bias)}))),nodes.push(" = ",made("b",written.sum),made("small",roundedTo(written))),[...nodes,...after]}function writeSoftmax({
find,words,labels,softmax,view,ending,spelled:{label}}){find(".softmax").hidden=ending==="none";let{temperature:temperature2}=view,
{exponent,over,under,result}=writeQuotient(softmax.shifted[label],softmax.under(label),softmax.logs[label]);find(".softm\
ax h2").textContent=put(words.spelled_softmax,{label:labels[label],temperature:temperature2});let formula=put(words.softmax,
{exponent,over,under,count:labels.length});find(".softmax .sum").replaceChildren(formula," = ",made("b",result))}function writeCrossEntropy({
find,words,labels,softmax,view,ending}){find(".loss").hidden=ending==="none";let{probability,loss,exact}=writeLoss(softmax.
logs[view.truth]);find(".loss h2").textContent=put(words.spelled_loss,{label:labels[view.truth]}),find(".loss .sum").replaceChildren(
put(words.loss,{probability}),exact?" = ":" ≈ ",made("b",loss))}var NARROW=700,NOTHING={term:null,hoveredTerm:null,hoveredClass:null},stage_default=makeStage({root:".stage",narrow:NARROW,
open,take,draw,mark,describe:readout,table,told,picture});function open(stage){Object.assign(stage,{...NOTHING,unfolded:!1,
step:null,search:"",payloads:0}),stage.act={chooseClass:label=>chooseClass(stage,label),chooseTerm:term=>point(stage,{...NOTHING,
term}),hoverTerm:term=>point(stage,{hoveredTerm:term,hoveredClass:null,step:null}),hoverClass:label=>point(stage,{hoveredClass:label,
hoveredTerm:null,step:null}),explain:step=>point(stage,{step,hoveredClass:null,hoveredTerm:null}),change:view=>stage.settle(
view),find:search2=>lookFor(stage,search2),unfold:()=>{stage.unfolded=!stage.unfolded,writeSums(stage),stage.find(".logi\
t .sum button")?.focus()}},makeTerms(stage),makeClasses(stage)}function take(stage,anew){anew&&Object.assign(stage,{...NOTHING,
fresh:!0}),Object.assign(stage,{pictures:new Map,sums:new Map,payloads:stage.payloads+1}),stage.mapScale=stage.planes.maps===
void 0?[0,0]:scaleOver([stage.planes.maps.values]),stage.byLogit=sortClasses(stage.planes.logits.values),stage.rank=new Map(
stage.byLogit.map((label,rank)=>[label,rank])),buildChain(stage),buildControls(stage)}function sumFor({shown,sums,planes:{
values,weights,bias}},label){let at=shown.indexOf(label);if(at<0)return null;let row=plane=>plane.values.subarray(at*plane.
shape[1],(at+1)*plane.shape[1]),sum=sums.get(label)??sumOf(values.shape[0]===1?values.values:row(values),row(weights),bias.
values[at]);return sums.set(label,sum),sum}function draw(stage){stage.softmax=(stage.ending==="sigmoid"?logSigmoid:logSoftmax)(
stage.planes.logits.values,stage.view.temperature),stage.sum=sumFor(stage,stage.view.label),stage.reach=stage.sum===null?
0:Math.abs(stage.sum.products[stage.sum.order[0]]),stage.root.classList.toggle("numbers",stage.ending==="none"),stage.root.
classList.toggle("waiting",stage.sum===null),showControls(stage),headClasses(stage)}function mark(stage){let label=stage.
hoveredClass??stage.view.label;stage.spelled={label,sum:sumFor(stage,label)},stage.shownTerm=stage.hoveredTerm??stage.term??
stage.sum?.order[0]??0,showTerms(stage),showClasses(stage),stage.fresh&&stage.classes.reveal(Math.max(0,stage.found.indexOf(
stage.view.label))),stage.fresh=!1,drawMap(stage),writeSums(stage)}function table(stage){return[...stage.sum===null?[]:[
tableOfTerms(stage,stage.sum)],tableOfClasses(stage)]}function point(stage,change){Object.assign(stage,change),stage.soon()}
function chooseClass(stage,label){Object.assign(stage,{...NOTHING,step:null}),stage.terms.rewind(),stage.settle({label})}
function lookFor(stage,search2){stage.search=search2,stage.classes.rewind(),showClasses(stage),stage.find(".classes .scr\
oller").dataset.found=String(stage.found.length)}function told({view,serial}){return{...view,serial}}export{stage_default as default};
