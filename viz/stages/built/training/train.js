var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,
"").replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,"\
,"));function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):
text)}var simple=number=>marked(String(number));function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){let reach=Math.max(Math.
abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:0,0]}function paletteFor([
low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
bottom?255/(top-bottom):0,base=top>bottom?-bottom*slope:127.5;for(let index=0;index<count;index+=1){let value=values[index],
level=Math.max(0,Math.min(255,base+value*slope));Number.isNaN(value)?pixels[index]=palette.nan:pixels[index]=Number.isFinite(
value)?palette.colours[level+.5|0]:palette.infinite}return pixels}var greys=()=>preparePalette(Uint8Array.from({length:768},
(_,index)=>Math.floor(index/3)));var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}var handPicture=(root,{file,title,figures})=>savePicture(root,`${file}.png`,title,figures);
function figuresIn(elements){return[...elements].map(element=>({canvases:[...element.querySelectorAll("canvas")],caption:element.
querySelector("figcaption")?.textContent??""}))}function savePicture(root,fileName,title,figures){let shown2=figures.filter(
({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(document.createElement("canvas"));measure2.font=FONT;let sizes=shown2.
map(({canvases:[canvas2],caption})=>[Math.max(canvas2.clientWidth,measure2.measureText(caption).width),canvas2.clientHeight+
LINE]),{places,width,height}=flow(sizes,WIDEST);measure2.font=`600 ${FONT}`;let wide=Math.max(width,measure2.measureText(
title).width)+2*MARGIN,canvas=document.createElement("canvas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*
LINE)*2];let context=contextOf(canvas);context.scale(2,2),context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,
canvas.height),context.fillStyle="#16171d",context.font=`600 ${FONT}`,context.textBaseline="top",context.fillText(title,
MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=!1,shown2.forEach(({canvases,caption},index)=>{let[left,top]=[
places[index][0]+MARGIN,places[index][1]+MARGIN+1.5*LINE];context.fillText(caption,left,top);for(let each of canvases)context.
drawImage(each,left,top+LINE,each.clientWidth,each.clientHeight)}),canvas.toBlob(blob=>hand(root,fileName,blob))}var handFile=(root,fileName,content)=>hand(
root,fileName,new Blob([content]));function hand(root,fileName,blob){if(blob===null)return;let link=document.createElement(
"a");link.href=URL.createObjectURL(blob),link.download=fileName,root.append(link),link.click(),link.remove(),setTimeout(
()=>URL.revokeObjectURL(link.href),1e3)}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
document.baseURI),inside2=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.endsWith("/")?[inside2]:[inside2,`${origin}${pathname}\
/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row=Object.values(stage.ahead?.layer??{}),at=row.
indexOf(key);at<0||(stage.lull=setTimeout(()=>{for(let next of[row[at+1],row[at-1]])next!==void 0&&fetchAhead(stage,next)},
LULL))}async function fetchAhead(stage,key){if(!(atHand(key)!==void 0||document.hidden||isMetered())&&!([...unused.values()].
reduce((sum,bytes)=>sum+bytes,0)>=MOST_UNUSED))try{unused.set(key,(await parcel(key,stage.visit??"",void 0,[])).length)}catch{}}
function isMetered(){let{saveData=!1,type="",effectiveType="4g"}=navigator.connection??{};return saveData||type==="cellu\
lar"||effectiveType!=="4g"}function expect(stage,key){stage.expected={key,view:JSON.stringify(stage.view),until:performance.
now()+PATIENCE}}function met(stage,keys,view){let{expected}=stage;return!expected||!keys.includes(expected.key)||(stage.
expected=null,expected.view===null)?"news":JSON.stringify(stage.view)!==expected.view?"older":JSON.stringify({...stage.view,
...view})===expected.view?"same":"news"}function wait(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.
key)?0:Math.max(0,expected.until-performance.now())}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole4,name)=>values[name]??whole4),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST2=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"hear\
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
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending2,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending2)),markWith(ending2.marks),receive2()};
if(!isOlder(course,ending2)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown:shown2,visit,hash,done},ending2)=>shown2!==null&&ending2.visit===visit&&ending2.hash!==hash&&
ending2.knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var MOST_LINES=25;function around(count,at,most){let start2=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start2,Math.min(count,start2+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start2,stop)=>Array.from({length:Math.max(0,stop-start2)},(_,index)=>start2+
index);function scaleOver(maps){let[low,high]=[1/0,-1/0];for(let values of maps)for(let value of values)value<low&&value>-1/0&&
(low=value),value>high&&value<1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){
let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(brought.map(name=>[
name,preparePalette(planes[name].values)]))}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start2=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start2+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole2(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole2(unpack(data),
data);return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole2({parcels:keys=[],...found},data){
let named=keys.map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.
planes);return Object.assign({},...named,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=
data,!(data instanceof Uint8Array))return show([]);let ending2=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending2.
parcels??[]],missing=keys.filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(
keys.map((key,at)=>[key,found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
"fetching","");let lost=()=>holder.awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending2.visit,lost))).
then(ready,()=>holder.awaited===data&&waits("failed",ending2.missing??ending2.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),...forced,
ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4f7",line:"\
#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
frame2),document.removeEventListener("visibilitychange",hide),stage.playing=!1},stop=(ended=!1)=>{stage.playing&&(drop(),
play.stopped(ended))},start2=()=>{if(still()){play.stopped(!play.begin()&&!play.advance(1));return}stage.playing=!0,document.
addEventListener("visibilitychange",hide),play.begin(),play.started(),run()},run=()=>{let last=null,owed=0,tick=now=>{let pace=play.
pace();owed+=Math.min(now-(last??now),Math.max(LATE,1e3/pace))*pace/1e3,last=now;let steps=Math.floor(owed+1e-9);owed-=steps,
steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
tick)};return{toggle:()=>stage.playing?stop():start2(),stop:()=>stop(),drop}}function speak(root,payload){for(let element of[root,...root.querySelectorAll("[data-say], [data-label]")]){let{say:say2,
label}=element.dataset;say2!==void 0&&(element.textContent=wordOf(payload,say2)),label!==void 0&&element.setAttribute("a\
ria-label",wordOf(payload,label))}}function wordOf(payload,path){let names=path.includes(".")?path.split(".").filter(Boolean):
["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element,said){typeof said==
"string"?(element.textContent!==said||element.childElementCount>0)&&(element.textContent=said):element.replaceChildren(...said)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button,box2]=[part(holder,"button"),part(holder,".tables")],
tables={button,box:box2,read,words:{},timer:0};return button.onclick=()=>{box2.hidden=!box2.hidden,button.setAttribute("\
aria-expanded",String(!box2.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box2)},root.
after(holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST3))}function nameAfter({button,box:box2,words},[first]){
if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element of[
button,box2])element.setAttribute("aria-label",name)}function writeTables(tables){let{box:box2,read}=tables;if(box2.hidden)
return;let{scrollLeft,scrollTop}=box2,shown2=read();nameAfter(tables,shown2),box2.replaceChildren(...shown2.map(tableOf)),
Object.assign(box2,{scrollLeft,scrollTop})}function showPresent(box2){let present2=box2.querySelector('td[aria-current="\
true"]');if(!(present2 instanceof HTMLElement))return;let[inner,outer]=[present2.getBoundingClientRect(),box2.getBoundingClientRect()];
box2.scrollLeft+=inner.left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at=[
-1,-1]}){let table2=document.createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];
note&&words.append(" ",made("small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.
createElement("tbody")];return head.append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(
...rows.map((cells,row)=>line(cells.map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:
null))),table2.append(title,head,body),table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){
let row=document.createElement("tr");return row.append(...cells),at!==null&&(at<0?row:cells[at+1])?.setAttribute("aria-c\
urrent","true"),row}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
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
follow(stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave:leave2=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave2(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var KINDS=[[Float32Array,"<f4"],[Float64Array,"<f8"],[Int32Array,"<i4"],[Uint8Array,"|u1"]],BLOCK=64,[LOCAL,CENTRAL,END]=[
67324752,33639248,101010256],DAY=33;function npz(arrays){let parts=[],heads=[],at=0;for(let[name,array]of Object.entries(
arrays)){let[title,body]=[new TextEncoder().encode(`${name}.npy`),npy(array)],about=entry(body,title.length),local=joined(
[numbers2([[4,LOCAL]]),about,numbers2([[2,0]]),title,body]);heads.push(joined([numbers2([[4,CENTRAL],[2,20]]),about,numbers2(
[[2,0],[2,0],[2,0],[2,0],[4,0],[4,at]]),title])),parts.push(local),at+=local.length}let directory=joined(heads);return joined(
[...parts,directory,numbers2([[4,END],[2,0],[2,0],[2,heads.length],[2,heads.length],[4,directory.length],[4,at],[2,0]])])}
var entry=(body,named)=>numbers2([[2,20],[2,0],[2,0],[2,0],[2,DAY],[4,checksum(body)],[4,body.length],[4,body.length],[2,
named]]);function npy({shape,values}){let said=`{'descr': '${KINDS.find(([Kind])=>values instanceof Kind)?.[1]}', 'fortr\
an_order': False, 'shape': (${shape.map(size=>`${size},`).join(" ")}), }`,padded=Math.ceil((said.length+11)/BLOCK)*BLOCK-
10,head=new TextEncoder().encode(`${said.padEnd(padded-1)}
`);return joined([Uint8Array.of(147,78,85,77,80,89,1,0),numbers2([[2,head.length]]),head,new Uint8Array(values.buffer,values.
byteOffset,values.byteLength)])}var numbers2=all=>Uint8Array.from(all.flatMap(([bytes,number])=>Array.from({length:bytes},
(_,byte)=>number>>>8*byte&255)));function joined(parts){let whole4=new Uint8Array(parts.reduce((sum,{length})=>sum+length,
0)),at=0;for(let part2 of parts)whole4.set(part2,at),at+=part2.length;return whole4}function checksum(bytes){let sum=-1;
for(let byte of bytes)sum=TABLE[(sum^byte)&255]^sum>>>8;return(sum^-1)>>>0}var TABLE=Int32Array.from({length:256},(_,byte)=>{
let sum=byte;for(let bit=0;bit<8;bit+=1)sum=sum&1?sum>>>1^3988292384:sum>>>1;return sum});var[LOWEST,PER_DECADE,DECADES]=[-3,10,6],LAST_NOTCH=PER_DECADE*DECADES+1,rateAt=notch=>notch<=0?0:Number((10**(LOWEST+(notch-
1)/PER_DECADE)).toPrecision(2)),notchOf=rate2=>rate2<10**LOWEST/2?0:Math.min(LAST_NOTCH,Math.max(1,Math.round((Math.log10(
rate2)-LOWEST)*PER_DECADE)+1));var WRITTEN=/^(\d{1,2})k([1357])s([12])([nma])(b?)$/,POOLS={n:"none",m:"max",a:"average"},POOL=2,NEW="16k3s1m",PROBLEMS={
nothing:"nothing_left",heavy:"too_heavy"};function convolutionsOf(text){return text.split("-").flatMap(one=>{let found=WRITTEN.
exec(one);if(found===null)return[];let[kernels,size,stride]=found.slice(1,4).map(Number);return[{kernels,size,stride,pool:POOLS[found[4]],
norm:found[5]==="b"}]})}var writtenOf=all=>all.map(({kernels,size,stride,pool,norm})=>`${kernels}k${size}s${stride}${pool[0]}${norm?
"b":""}`).join("-"),hiddenOf=text=>text===""?[]:text.split("-").map(Number),withCount=(all,count)=>[...all,...Array.from(
{length:count},()=>convolutionsOf(NEW)[0])].slice(0,count);function specOf({side,convolutions,hidden,activation},classes){
let maps=convolutionsOf(convolutions).flatMap(one=>block(one,activation)),rows=hiddenOf(hidden).flatMap(units=>[{kind:"l\
inear",units},{kind:activation}]);return{input:[1,side,side],layers:[...maps,{kind:"flatten"},...rows,{kind:"linear",units:classes}]}}
function block({kernels,size,stride,pool,norm},activation){return[...[{kind:"conv",kernels,size,stride,padding:(size-1)/
2},...norm?[{kind:"batch_norm"}]:[],{kind:activation}],...pool==="none"?[]:[{kind:`${pool}_pool`,size:POOL}]]}function sized(side,{
stride,pool}){let behind2=Math.floor((side-1)/stride)+1;return pool==="none"?behind2:Math.floor(behind2/POOL)}function counted({
side,convolutions,hidden},classes,limits2){let[maps,edge,weights]=[1,Number(side),0];for(let[at,one]of convolutionsOf(convolutions).
entries())if(weights+=one.kernels*(maps*one.size**2+1)+(one.norm?2*one.kernels:0),[maps,edge]=[one.kernels,sized(edge,one)],
edge<1)return{weights,problem:PROBLEMS.nothing,at:at+1};let row=maps*edge**2;for(let units of[...hiddenOf(hidden),classes])
weights+=units*(row+1),row=units;return{weights,problem:weights>limits2.weights?PROBLEMS.heavy:"",at:0}}var LN2_HIGH=.6931471803691238,LN2_LOW=19082149292705877e-26,FACTORIAL=inverseFactorials(13),ODD=Array.from({length:11},
(_,index)=>2/(2*(11-index)+1)),BITS=new DataView(new ArrayBuffer(8));function inverseFactorials(last){let found=[];for(let n=2,
factorial=2;n<=last;n+=1,factorial*=n)found.push(1/factorial);return Float64Array.from(found.reverse())}function log(x){if(!(x>0)||x===1/0)return x===0?-1/0:x>0?x:NaN;let small=x<22250738585072014e-324;BITS.setFloat64(0,small?
x*0x40000000000000:x);let high=BITS.getUint32(0);BITS.setUint32(0,high&1048575|1072693248);let above2=BITS.getFloat64(0)>
Math.SQRT2,m=BITS.getFloat64(0)*(above2?.5:1),e=(high>>>20)-1023+(above2?1:0)-(small?54:0),s=(m-1)/(m+1),square=s*s,sum=ODD[0];
for(let index=1;index<ODD.length;index+=1)sum=sum*square+ODD[index];return e*LN2_HIGH+(2*s+(s*square*sum+e*LN2_LOW))}var Refused=class extends RangeError{constructor(field,value,bound){super(`${field} is ${shown(value)}; it must be ${bound}`),
this.name="Refused",this.field=field,this.value=value,this.bound=bound}};function shown(value){let text=typeof value=="o\
bject"&&value!==null?JSON.stringify(value):String(value);return text.length>60?`${text.slice(0,60)}…`:text}function whole3(field,value,low,high){
if(typeof value=="number"&&Number.isInteger(value)&&value>=low&&value<=high)return value;throw new Refused(field,value,`\
a whole number from ${low} to ${high}`)}function finite(field,value,low,high=1/0){if(typeof value=="number"&&Number.isFinite(
value)&&value>=low&&value<=high)return value;throw new Refused(field,value,`a finite number ${high===1/0?`of at least ${low}`:
`from ${low} to ${high}`}`)}var WARMING=16,WORDS=4294967296;function generator(seed){whole3("seed",seed,0,WORDS-1);let state=new Int32Array([seed,seed,
seed,1]),next=()=>mixed(state),uniform=()=>next()/WORDS;for(let round=0;round<WARMING;round+=1)next();return{state,next,
uniform,between:(low,high)=>low+(high-low)*uniform(),below:bound=>Math.floor(uniform()*bound),normal:()=>normal(uniform),
shuffle:items=>shuffled(items,uniform)}}function mixed(state){let[a,b,c,counter]=state,sum=a+b+counter|0;return state[0]=
b^b>>>9,state[1]=c+(c<<3),state[2]=(c<<21|c>>>11)+sum,state[3]=counter+1,sum>>>0}function normal(uniform){for(;;){let[x,
y]=[2*uniform()-1,2*uniform()-1],square=x*x+y*y;if(square>0&&square<1)return x*Math.sqrt(-2*log(square)/square)}}function shuffled(items,uniform){
for(let last=items.length-1;last>0;last-=1){let other=Math.floor(uniform()*(last+1));[items[last],items[other]]=[items[other],
items[last]]}return items}var SIDES=[8,64],MOST=1e5,RADII=[.17,.32],EDGE=1,INKS=[.6,1],LEAN=.2,THICK=.28,LONG=.98,TURNED=Math.sqrt(3)/2,DISTANCES={
disc:(x,y)=>Math.sqrt(x*x+y*y)-1,ring:(x,y)=>Math.abs(Math.sqrt(x*x+y*y)-(1-THICK/2))-THICK/2,square:(x,y)=>box(x,y,.7,.7),
cross:(x,y)=>Math.min(box(x,y,LONG,THICK/1.6),box(x,y,THICK/1.6,LONG)),triangle:(x,y)=>Math.max(TURNED*Math.abs(x)-y/2,y)-
.5,bar:(x,y)=>box(x,y,LONG,THICK/1.6)},SHAPES=Object.keys(DISTANCES),box=(x,y,across,down)=>Math.max(Math.abs(x)-across,
Math.abs(y)-down);function shapes({side,count,noise=.15},seed){whole3("side",side,SIDES[0],SIDES[1]),whole3("count",count,
1,MOST),finite("noise",noise,0);let random=generator(seed),pictures=new Float32Array(count*side*side),labels=new Uint8Array(
count);for(let picture2=0;picture2<count;picture2+=1){labels[picture2]=random.below(SHAPES.length);let pixels=pictures.subarray(
picture2*side*side,(picture2+1)*side*side);draw(pixels,side,SHAPES[labels[picture2]],placed(random,side)),strew(pixels,noise,
random)}return{side,classes:[...SHAPES],pictures,labels}}function draw(pixels,side,shape,{row,column,radius,tilt:[cosine,
sine],ink}){let distance=DISTANCES[shape];for(let down=0;down<side;down+=1)for(let across=0;across<side;across+=1){let[x,
y]=[(across+.5-column)/radius,(down+.5-row)/radius],covered=.5-radius*distance(cosine*x+sine*y,cosine*y-sine*x);pixels[down*
side+across]+=ink*Math.min(1,Math.max(0,covered))}}function placed(random,side){let radius=side*random.between(RADII[0],
RADII[1]),[low,high]=[radius+EDGE,side-radius-EDGE],[row,column]=[random.between(low,high),random.between(low,high)];return{
row,column,radius,tilt:leaning(random),ink:random.between(INKS[0],INKS[1])}}function leaning(random){let slope=random.between(
-LEAN,LEAN),length=Math.sqrt(1+slope*slope);return[1/length,slope/length]}function strew(pixels,noise,random){for(let index=0;index<
pixels.length;index+=1)pixels[index]=Math.min(1,Math.max(0,pixels[index]+noise*random.normal()))}var APART=2654435769,SOURCES={shapes:{classes:SHAPES,make:({side,count,noise,seed},heldOut)=>({training:shapes({side,count,
noise},seed),heldOut:shapes({side,count:heldOut,noise},(seed^APART)>>>0)})}};var KERNELS=[2,4,8,16,32,64],SIZES=[1,3,5,7],STRIDES=[1,2],POOLINGS=["none","max","average"],UNITS=[8,16,32,64,128,256],
BATCHES=[1,4,8,16,32,64,128,256,512],COUNTS=[8,100,500,1500,3e3,6e3,12e3,2e4];function buildControls(stage,act){let{find}=stage;
find(".data").replaceChildren(dataOf(stage,act)),find(".network").replaceChildren(...networkOf(stage,act)),find(".settin\
gs").replaceChildren(settingsOf(stage,act)),find(".weights").textContent=weightsSaid(stage)}function weightsSaid({view,words,
limits:limits2}){let{weights,problem,at}=counted(view,SOURCES[view.source].classes.length,limits2),about={weights:whole(
weights),number:at,most:whole(limits2.weights)};return problem===""?put(words.weights,about):put(words[problem],about)}function dataOf({
words,view,options},act){return group(words.data,[select(words.source,"source",options.source.map(key=>[key,words[`sourc\
e_${key}`]]),view.source,source=>act.change({source})),select(words.side,"side",options.side.map(side=>[side,put(words.pixels,
{side})]),view.side,side=>act.change({side:Number(side)})),select(words.count,"count",numbers3(COUNTS,view.count),view.count,
count=>act.change({count:Number(count)})),select(words.noise,"noise",options.noise.map(noise=>[noise,decimal(noise,2)]),
view.noise,noise=>act.change({noise:Number(noise)})),typed(words.seed,"seed",String(view.seed),text=>seeded(text,words,act))])}
function seeded(text,words,act){/^\d{1,4}$/.test(text.trim())?act.change({seed:Number(text)}):act.refuse(put(words.seed_none,
{seed:text}))}function networkOf({words,view,options,limits:limits2},act){let[maps,rows]=[convolutionsOf(view.convolutions),
hiddenOf(view.hidden)],convolve=all=>act.change({convolutions:writtenOf(all)}),fill=all=>act.change({hidden:all.join("-")}),
head=group(words.network,[select(words.convolutions,"convolutions",upTo(limits2.convolutions),maps.length,count=>convolve(
withCount(maps,Number(count)))),select(words.hidden,"hidden",upTo(limits2.hidden),rows.length,count=>fill([...rows,32,32].
slice(0,Number(count)))),select(words.activation,"activation",options.activation.map(key=>[key,words[key]]),view.activation,
activation=>act.change({activation}))]),layers=maps.map((one,at)=>convolution(one,at,words,changed=>convolve(maps.map((each,index)=>index===
at?{...each,...changed}:each)))),hidden=rows.map((units,at)=>select(put(words.units,{number:at+1}),`units${at}`,numbers3(
UNITS,units),units,text=>fill(rows.map((each,index)=>index===at?Number(text):each))));return[head,...layers,...hidden]}function convolution({
kernels,size,stride,pool,norm},at,words,change2){let check=Object.assign(document.createElement("input"),{type:"checkbox",
name:`norm${at}`,checked:norm});return check.onchange=()=>change2({norm:check.checked}),group(put(words.convolution,{number:at+
1}),[select(words.kernels,`kernels${at}`,numbers3(KERNELS,kernels),kernels,text=>change2({kernels:Number(text)})),select(
words.size,`size${at}`,SIZES.map(each=>[each,put(words.by,{size:each})]),size,text=>change2({size:Number(text)})),select(
words.stride,`stride${at}`,numbers3(STRIDES,stride),stride,text=>change2({stride:Number(text)})),select(words.pool,`pool${at}`,
POOLINGS.map(key=>[key,words[`pool_${key}`]]),pool,text=>change2({pool:text})),labelled(words.norm,check)])}function settingsOf({
words,view,options,limits:limits2},act){return group(words.settings,[select(words.optimizer,"optimizer",options.optimizer.
map(key=>[key,words[key]]),view.optimizer,optimizer=>act.change({optimizer})),...rate(view,words,limits2.rate,act),select(
words.batch,"batch",numbers3(BATCHES,view.batch),view.batch,batch=>act.change({batch:Number(batch)})),select(words.decay,
"decay",options.decay.map(decay=>[decay,simple(decay)]),view.decay,decay=>act.change({decay:Number(decay)}))])}function rate(view,words,most,act){
let slider=Object.assign(document.createElement("input"),{type:"range",name:"notch",min:"0",max:String(LAST_NOTCH),step:"\
1"});slider.setAttribute("aria-label",words.rate_slider);let field=typed(words.rate,"rate",simple(view.rate),text=>{let problem=rateProblem(
text,words,most);problem===""?act.change({rate:numberIn(text)}):act.refuse(problem)});return slider.oninput=()=>act.change(
{rate:rateAt(Number(slider.value))}),[field,slider]}function showRate({find,view,problem}){let[slider,field]=[find("inpu\
t[name=notch]"),find("input[name=rate]")];slider.value=String(notchOf(view.rate)),slider.setAttribute("aria-valuetext",simple(
view.rate)),problem===""&&(field.value=simple(view.rate)),field.setAttribute("aria-invalid",String(problem!==""))}var numberIn=text=>text.
trim()===""?Number.NaN:Number(text.trim().replace(",",".").replace("−","-"));function rateProblem(text,words,most){let number=numberIn(
text);return Number.isNaN(number)?put(words.rate_none,{rate:text}):number<0?put(words.rate_negative,{rate:marked(String(
number))}):number>most?put(words.rate_large,{rate:marked(String(number)),most:marked(String(most))}):""}var numbers3=(all,now)=>[
...new Set([...all,now])].sort((one,other)=>one-other).map(each=>[each,whole(each)]),upTo=most=>Array.from({length:most+
1},(_,each)=>[each,whole(each)]);function group(name,controls){let set=document.createElement("fieldset");return set.append(
made("legend",name),...controls),set}function labelled(name,control){let label=document.createElement("label");return label.
append(name,control),label}function select(label,name,entries,now,act){let control=Object.assign(document.createElement(
"select"),{name});for(let[value,text]of entries)control.add(new Option(text,String(value),!1,value===now));return control.
onchange=()=>act(control.value),labelled(label,control)}function typed(label,name,value,act){let field=Object.assign(document.
createElement("input"),{type:"text",inputMode:"decimal",autocomplete:"off",name,value});return field.onchange=()=>act(field.
value),labelled(label,field)}var FONT2=14,NARROWEST=200,GAP2=8,NAME=18;function plot(canvas,{width:wished,height,margin,theme,across,updates,low=0,high}){let width=Math.max(NARROWEST,wished),
context=fit(canvas,width,height),[left,right,top,bottom]=[margin.left,width-margin.right,margin.top,height-margin.bottom];
return Object.assign(context,{font:`${FONT2}px ${theme.family}`,fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1}),
{context,theme,left,right,top,bottom,width,height,x:update=>left+(across?across(update):update/updates)*(right-left),y:value=>bottom-
(Math.max(low,Math.min(high,value))-low)/(high-low)*(bottom-top)}}function drawGrid({context,theme,left,right,top,bottom,
height,x,y},{lines:lines2,marks:marks2,name=""}){Object.assign(context,{fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1,
textAlign:"right",textBaseline:"middle"});for(let[value,said]of lines2)stroke(context,[[left,y(value)],[right,y(value)]]),
context.fillText(said,left-GAP2,Math.max(top,FONT2/2,y(value)));Object.assign(context,{textAlign:"center",textBaseline:"\
top"});for(let[update,said]of marks2)context.fillText(said,inside(x(update),context.measureText(said).width,right+GAP2),
bottom+5);name&&context.fillText(name,(left+right)/2,height-NAME)}var inside=(middle,wide,edge)=>Math.min(middle,edge-wide/
2);function drawLine({context,x,y},spots,{colour,wide=2,dash=[]}){let drawn=spots.filter(([,value])=>Number.isFinite(value)).
map(([update,value])=>[x(update),y(value)]);return Object.assign(context,{strokeStyle:colour,lineWidth:wide}),context.setLineDash(
dash),stroke(context,drawn),context.setLineDash([]),drawn.at(-1)??null}function drawDots({context,x,y},spots,{colour,radius=3.5}){
context.fillStyle=colour;for(let[update,value]of spots)Number.isFinite(value)&&(context.beginPath(),context.arc(x(update),
y(value),radius,0,2*Math.PI),context.fill())}function drawMoment({context,theme,top,bottom,x},update){Object.assign(context,
{strokeStyle:theme.ink,lineWidth:1}),stroke(context,[[x(update),bottom],[x(update),top]])}function stroke(context,places){context.beginPath();for(let[x,y]of places)context.lineTo(x,y);context.stroke()}var MARGIN2={left:56,right:10,top:8,bottom:24},HEIGHT=170,MOST_SPOTS=150,ROOM=1.5,SPARSE=40;function means(values,most){
let many=Math.max(1,Math.ceil(values.length/most));return Array.from({length:Math.ceil(values.length/many)},(_,at)=>{let part2=values.
slice(at*many,(at+1)*many);return[at*many+(part2.length+1)/2,part2.reduce((sum,value)=>sum+value,0)/part2.length]})}var together=length=>Math.
max(1,Math.ceil(length/MOST_SPOTS));function drawCurves(stage){let{curves,now,words}=stage,held=now?.held??[],first=held[0]?.
loss??2,highest=Math.max(...curves.losses.slice(-MOST_SPOTS),...held.map(({loss})=>loss).filter(Number.isFinite),0),top=Math.
max(1e-6,Math.min(first*ROOM,Math.max(first,highest))),end=Math.max(10,now?.tip??0);drawOne(stage,".loss",{end,top,said:value=>neat(
value,top)},means(curves.losses,MOST_SPOTS),held.map(({update,loss})=>[update,loss])),drawOne(stage,".accuracy",{end,top:1,
said:value=>put(words.percent,{number:decimal(100*value,0)})},means(curves.accuracies,MOST_SPOTS),held.map(({update,accuracy})=>[
update,accuracy]))}function drawOne({find,theme,now,words,widths},name,{end,top,said},line2,dots){let canvas=find(name).
querySelector("canvas"),drawing=plot(canvas,{width:widths.loss,height:HEIGHT,margin:MARGIN2,theme,updates:end,high:top});
drawGrid(drawing,{lines:[0,top/2,top].map(value=>[value,said(value)]),marks:[[0,"0"],[end,whole(end)]]}),drawLine(drawing,
line2,{colour:theme.accent,wide:1.5}),drawLine(drawing,dots,{colour:theme.ink,wide:2.5,dash:[6,4]}),dots.length<=SPARSE&&
drawDots(drawing,dots,{colour:theme.ink}),now&&now.update<now.tip&&drawMoment(drawing,now.update);let last=dots.at(-1);canvas.
setAttribute("aria-label",put(words.curve_alt,{name:words[name.slice(1)],updates:whole(now?.tip??0),held:last?said(last[1]):
""}))}var HUGE=10,classNames=(words,{source})=>SOURCES[source].classes.map(name=>words[`class_${name}`]),percent=(words,share)=>put(
words.percent,{number:decimal(100*share,1)});function standing2({now,words,curves,view}){if(now===null)return words.preparing;
let about={update:whole(now.update),epochs:decimal(now.update/now.epoch,1),tip:whole(now.tip)},back=now.update<now.tip?put(
words.looking_back,about):"",loss=curves.losses[now.update-1],batch=loss===void 0?"":put(words.batch_loss,{loss:neat(loss,
0),size:whole(view.batch)});return[put(words.standing,about),batch,back].filter(Boolean).join(" ")}function doing({now,words}){
if(!now?.verdict)return"";let{update,loss,accuracy,confusion}=now.verdict,count=confusion.reduce((sum,many)=>sum+many,0);
return Number.isFinite(loss)?put(words.doing,{update:whole(update),loss:neat(loss,0),accuracy:percent(words,accuracy),count:whole(
count)}):put(words.overflow,{update:whole(update)})}function seen({now,words,view}){if(now===null)return"";let names=classNames(
words,view),{picture:picture2,label,said,share}=now.chosen;return Number.isFinite(share)?put(words[label===said?"seen_ri\
ght":"seen_wrong"],{number:picture2,label:names[label],said:names[said],share:percent(words,share)}):""}var ending=({now,
words})=>now?.ended==null?"":put(words.ended,{next:whole(now.ended+1),update:whole(now.ended)});function senseless({view,
words}){return view.rate===0?words.rate_nothing:view.rate>=HUGE?put(words.rate_huge,{rate:Number.isInteger(view.rate)?whole(
view.rate):simple(view.rate)}):""}var GAP3=4,KERNEL=40,LARGE=84,FEATURE=56;function drawMaps(stage){let{find,now,words}=stage;if(now===null)return;let side=now.
kernels.rows===now.side?LARGE:KERNEL;drawAll(stage,find(".kernels"),stage.widths.kernels,now.kernels,side,words[now.kernels.
rows===now.side?"unit_weights":"first_kernels"]),find(".gradients").hidden=now.gradients===null,now.gradients&&drawAll(stage,
find(".gradients"),stage.widths.kernels,now.gradients,side,words.their_gradients),drawFeatures(stage,now.features),drawChosen(
stage)}function drawAll({palettes},figure,room,{count,rows,columns,values},side,name){let scale=scaleOver([values]),width=Math.
max(side,room),across=Math.max(1,Math.floor((width+GAP3)/(side+GAP3))),down=Math.ceil(count/across),canvas=figure.querySelector(
"canvas"),context=fit(canvas,Math.min(count,across)*(side+GAP3)-GAP3,down*(side+GAP3)-GAP3),source=canvasOf(paintValues(
values,scale,palettes[paletteFor(scale)]),count*rows,columns);for(let at=0;at<count;at+=1){let[left,top]=[at%across*(side+
GAP3),Math.floor(at/across)*(side+GAP3)];place(context,source,[0,at*rows,columns,rows],[left,top,side,side])}let text=put(
name,{low:say(scale[0],scale[1]-scale[0]),high:say(scale[1],scale[1]-scale[0]),count});figure.querySelector("figcaption").
textContent=text,canvas.setAttribute("aria-label",text)}function drawFeatures(stage,features){let holder=stage.find(".fe\
atures");for(;holder.children.length>features.length;)holder.lastElementChild.remove();features.forEach((maps,at)=>{let figure=holder.
children[at]??holder.appendChild(figureWithCanvas());drawAll(stage,figure,stage.widths.features,maps,FEATURE,put(stage.words.
features,{number:at+1}))})}function figureWithCanvas(){let figure=document.createElement("figure"),canvas=document.createElement(
"canvas");return canvas.setAttribute("role","img"),figure.append(document.createElement("figcaption"),canvas),figure}function drawChosen({
find,now,words}){if(now===null)return;let figure=find(".chosen"),text=put(words.chosen,{number:now.chosen.picture});drawPicture(
figure.querySelector("canvas"),now.chosen.pixels,now.side,LARGE),figure.querySelector("figcaption").textContent=text,figure.
querySelector("canvas").setAttribute("aria-label",text)}function drawPicture(canvas,pixels,side,size){place(fit(canvas,size,
size),canvasOf(paintValues(pixels,[0,1],greys()),side,side),[0,0,side,side],[0,0,size,size])}var SMALL=48;function showJudged(stage,act){let{find,now}=stage,told=now?.verdict!=null&&Number.isFinite(now.verdict.loss);
if(find(".judged").hidden=!told,!now?.verdict||!told)return;showConfusion(stage);let{worst}=now.verdict,holder=find(".mi\
stakes span");for(;holder.children.length>worst.length;)holder.lastElementChild.remove();worst.forEach((seen2,at)=>showMistake(
stage,holder.children[at]??holder.appendChild(mistakeButton(at)),seen2,act)),find(".mistakes b").textContent=put(stage.words[worst.
length?"mistakes":"no_mistakes"],{})}function mistakeButton(at){let button=Object.assign(document.createElement("button"),
{type:"button",name:`mistake${at}`});return button.append(document.createElement("canvas"),document.createElement("span")),
button}function showMistake(stage,button,{picture:picture2,label,said,share,pixels},act){let{words,now,view}=stage,names=classNames(
words,view),[canvas,text]=[button.children[0],button.children[1]],key=`${now?.begun} ${now?.side} ${picture2}`;button.dataset.
of!==key&&drawPicture(canvas,pixels,now?.side??1,SMALL),button.dataset.of=key,text.textContent=put(words.mistake,{label:names[label],
said:names[said]}),button.setAttribute("aria-label",put(words.mistake_said,{number:picture2,label:names[label],said:names[said],
share:percent(words,share)})),button.setAttribute("aria-pressed",String(now?.chosen.picture===picture2)),button.onclick=
()=>act.look(picture2)}function showConfusion({find,now,words,view}){let table2=find(".confusion"),key=`${now?.begun} ${now?.
verdict?.update}`;if(table2.dataset.of===key||!now?.verdict)return;table2.dataset.of=key;let{confusion}=now.verdict,names=classNames(
words,view),head=document.createElement("tr");head.append(made("td",words.is_said),...names.map(name=>headOf(name,"col")));
let rows=names.map((name,label)=>rowOf(name,label,confusion.subarray(label*names.length,(label+1)*names.length)));table2.
replaceChildren(made("caption",words.confusion),head,...rows)}function rowOf(name,label,counts){let row=document.createElement(
"tr");return row.append(headOf(name,"row"),...Array.from(counts,(count,said)=>Object.assign(made("td",whole(count)),{className:said===
label?"right":""}))),row}var headOf=(name,scope)=>Object.assign(made("th",name),{scope});function lines({losses,accuracies},held,columns){let judged=new Map(held.map(each=>[each.update,each])),last=Math.max(losses.
length,...judged.keys()),told=Array.from({length:last+1},(_,update)=>{let seen2=judged.get(update);return[update,losses[update-
1]??"",accuracies[update-1]??"",seen2?.loss??"",seen2?.accuracy??""].join(",")});return[columns.join(","),...told,""].join(
`\r
`)}function buildRun({find,words,save:save2},act){let bar=document.createElement("progress");bar.setAttribute("aria-label",
words.again_bar),find(".run").replaceChildren(makeButton("go",words.start,act.toggle),makeButton("step",words.step,act.step),
makeButton("epoch",words.one_epoch,act.epoch),makeButton("again",words.back_to_start,act.again),makeButton("save",words.
save_png,save2),makeButton("csv",words.save_csv,()=>act.keep("csv")),makeButton("npz",words.save_npz,()=>act.keep("npz")),
makeButton("look",words.look_inside,()=>act.take("pages")),makeButton("tensors",words.save_network,()=>act.take("file")),
bar);let slider=find("input[name=moment]");slider.oninput=()=>act.scrub(Number(slider.value)),slider.setAttribute("aria-\
label",words.history)}function showRun({find,now,words,rerun},may){let running=now?.running??!1;find(".go").textContent=
running?words.pause:words.start,find(".go").setAttribute("aria-pressed",String(running));for(let name of["go","step","ep\
och"])allow(find(`.${name}`),may&&now!==null);for(let name of["csv","npz","look","tensors"])allow(find(`.${name}`),now!==
null);allow(find(".again"),(now?.tip??0)>0);let bar=find("progress");bar.hidden=rerun===0,Object.assign(bar,{max:Math.max(
1,rerun),value:now?.update??0}),showHistory(find("input[name=moment]"),now,words)}function showHistory(slider,now,words){
let moments=now?.moments??[0];slider.max=String(moments.length-1);let at=moments.findLastIndex(update=>update<=(now?.update??
0));slider.value=String(at),slider.disabled=moments.length<2,slider.setAttribute("aria-valuetext",put(words.moment,{update:whole(
moments[at]??0)})),slider.title=simple(moments[at]??0)}function safetensors(tensors,metadata){let end=0,places=Object.entries(tensors).map(([name,{shape,values}])=>{let begin2=end;
return end+=4*values.length,[name,{dtype:"F32",shape,data_offsets:[begin2,end]}]}),said=new TextEncoder().encode(JSON.stringify(
{__metadata__:metadata,...Object.fromEntries(places)})),length=Math.ceil(said.length/8)*8,file=new Uint8Array(8+length+end).
fill(32,8,8+length);return new DataView(file.buffer).setUint32(0,length,!0),file.set(said,8),file.set(single(tensors),8+
length),file}function single(tensors){let all=Object.values(tensors),bytes=new Uint8Array(4*all.reduce((sum,{values})=>sum+
values.length,0)),view=new DataView(bytes.buffer),at=0;for(let{values}of all)for(let index=0;index<values.length;index+=
1,at+=4)view.setFloat32(at,values[index],!0);return bytes}var PIECE=32768;function handed({words,view},{tensors,input,pixels}){let[weights,pictured]=[single(tensors),pixels].map(spelled);return{
weights,channels:input[0],classes:classNames(words,view),pixels:pictured}}function handNetwork({root,words,view},{tensors,
input,update}){handFile(root,`${words.network_file}.safetensors`,fileOf(view,classNames(words,view),{tensors,input,update}))}
function fileOf({convolutions,hidden,activation},classes,{tensors,input:[channels,side],update}){let architecture={side,
channels,convolutions:convolutionsOf(convolutions),hidden:hiddenOf(hidden),activation};return safetensors(tensors,{architecture:JSON.
stringify(architecture),classes:JSON.stringify(classes),updates:String(update)})}function spelled(bytes){let text="";for(let at=0;at<
bytes.length;at+=PIECE)text+=String.fromCharCode(...bytes.subarray(at,at+PIECE));return btoa(text)}var worker_default=`"use strict";(()=>{var Mt=.6931471803691238,At=19082149292705877e-26,rt=Ae(13),st=Array.from({length\
:11},(t,e)=>2/(2*(11-e)+1)),M=new DataView(
new ArrayBuffer(8));function Ae(t){let e=[];for(let n=2,o=2;n<=t;n+=1,o*=n)e.push(1/o);return Float64Array.from(e.revers\
e())}
function Ot(t){return M.setUint32(0,t+1023<<20),M.setUint32(4,0),M.getFloat64(0)}function S(t){if(!(t>-746))return Numbe\
r.
isNaN(t)?t:0;if(t>710)return 1/0;let e=Math.floor(t*Math.LOG2E+.5),n=t-e*Mt-e*At,o=rt[0];for(let s=1;s<rt.length;s+=1)o=\

o*n+rt[s];let r=e>>1;return(1+(n+n*n*o))*Ot(r)*Ot(e-r)}function j(t){if(!(t>0)||t===1/0)return t===0?-1/0:t>0?t:NaN;let \
e=t<
22250738585072014e-324;M.setFloat64(0,e?t*0x40000000000000:t);let n=M.getUint32(0);M.setUint32(0,n&1048575|1072693248);l\
et o=M.
getFloat64(0)>Math.SQRT2,r=M.getFloat64(0)*(o?.5:1),s=(n>>>20)-1023+(o?1:0)-(e?54:0),a=(r-1)/(r+1),c=a*a,i=st[0];for(let\
 l=1;l<
st.length;l+=1)i=i*c+st[l];return s*Mt+(2*a+(a*c*i+s*At))}var b=class extends RangeError{constructor(e,n,o){super(\`\${e} \
is \${Se(n)}; it must be \${o}\`),this.name="Refused",this.field=
e,this.value=n,this.bound=o}};function Se(t){let e=typeof t=="object"&&t!==null?JSON.stringify(t):String(t);return e.len\
gth>
60?\`\${e.slice(0,60)}…\`:e}function x(t,e,n,o){if(typeof e=="number"&&Number.isInteger(e)&&e>=n&&e<=o)return e;throw new b\
(
t,e,\`a whole number from \${n} to \${o}\`)}function I(t,e,n,o=1/0){if(typeof e=="number"&&Number.isFinite(e)&&e>=n&&e<=o)re\
turn e;
throw new b(t,e,\`a finite number \${o===1/0?\`of at least \${n}\`:\`from \${n} to \${o}\`}\`)}function R(t,e,n){let o=n.find(r=>r\
===
e);if(o!==void 0)return o;throw new b(t,e,\`one of \${n.join(" | ")}\`)}function q({field:t,given:e},n,o,r,s){let a=e[n]??o\
;
if(!Array.isArray(a))return new Array(2).fill(x(\`\${t}.\${n}\`,a,r,s));if(a.length!==2)throw new b(\`\${t}.\${n}\`,a,"a whole n\
\\
umber, or [rows, columns]");return a.map(c=>x(\`\${t}.\${n}\`,c,r,s))}var St=16777216;function v(t,e,n){if(n>St)throw new b(\

t,e,\`smaller: it would take \${n} numbers, more than \${St}\`)}function vt({field:t,given:{bias:e=!0}}){if(typeof e!="boole\
\\
an")throw new b(\`\${t}.bias\`,e,"true or false");return e}function O({field:t,given:e},n){let o=Object.keys(e).find(r=>r!=\
=
"kind"&&!n.includes(r));if(o)throw new b(\`\${t}.\${o}\`,e[o],\`left out: a \${e.kind} has \${n.join(" | ")||"no settings"}\`)}f\
unction D({
field:t,given:e},n){if(n.length===3)return n;throw new b(t,e.kind,\`before the layer that flattens: it needs maps, and is\
\\
 given \${n.join("×")} numbers\`)}function Et({field:t,given:e},n){if(n.length===1)return n;throw new b(t,e.kind,\`behind \\\

a layer that flattens: it needs numbers in a row, and is given maps of \${n.join("×")}\`)}function at(t,e,n,o){if(n.length\
!==
o)throw new b(\`\${e}.length\`,n.length,String(o));for(let r=0;r<o;r+=1)if(t[r]=n[r],t[r]-t[r]!==0)throw new b(\`\${e}[\${r}]\`\
,
n[r],"a finite number")}var ve=16,Nt=4294967296;function E(t){x("seed",t,0,Nt-1);let e=new Int32Array([t,t,t,1]),n=()=>E\
e(e),o=()=>n()/Nt;for(let r=0;r<
ve;r+=1)n();return{state:e,next:n,uniform:o,between:(r,s)=>r+(s-r)*o(),below:r=>Math.floor(o()*r),normal:()=>Ne(o),shuff\
le:r=>$e(
r,o)}}function Ee(t){let[e,n,o,r]=t,s=e+n+r|0;return t[0]=n^n>>>9,t[1]=o+(o<<3),t[2]=(o<<21|o>>>11)+s,t[3]=r+1,s>>>0}fun\
ction Ne(t){
for(;;){let[e,n]=[2*t()-1,2*t()-1],o=e*e+n*n;if(o>0&&o<1)return e*Math.sqrt(-2*j(o)/o)}}function $e(t,e){for(let n=t.len\
gth-
1;n>0;n-=1){let o=Math.floor(e()*(n+1));[t[n],t[o]]=[t[o],t[n]]}return t}function Ie(t,e,n,o){let r=0;for(let s=0;s<e.le\
ngth;s+=1){let a=s*n,{largest:c,sum:i}=$t(t,a,n);r+=j(i)+c-t[a+e[s]];for(let l=0;l<
n;l+=1){let f=S(t[a+l]-c)/i;o[a+l]=(f-(l===e[s]?1:0))/e.length}}return r/e.length}function ke(t,e,n,o){let r=0;for(let s\
=0;s<
e.length;s+=1)for(let a=0;a<n;a+=1){let c=s*n+a,i=t[c]-(a===e[s]?1:0);r+=i*i/2,o[c]=i/e.length}return r/e.length}functio\
n $t(t,e,n){
let o=t[e];for(let s=e+1;s<e+n;s+=1)t[s]>o&&(o=t[s]);let r=0;for(let s=e;s<e+n;s+=1)r+=S(t[s]-o);return{largest:o,sum:r}\
}
function ct(t,e){let n=t.slice();for(let o=0;o<t.length;o+=e){let{largest:r,sum:s}=$t(t,o,e);for(let a=o;a<o+e;a+=1)n[a]\
=
S(t[a]-r)/s}return n}var z={cross_entropy:Ie,squared_error:ke};var y=t=>t.reduce((e,n)=>e*n,1);function It(t,e){return O\
(t,[]),{output:e}}var kt={make:It,forward({output:t},{x:e,y:n,count:o}){let r=o*y(t);for(let s=0;s<
r;s+=1)n[s]=(e[s]+Math.abs(e[s]))/2},backward({output:t},{y:e,dy:n,dx:o,count:r}){let s=r*y(t);for(let a=0;o&&a<s;a+=1)o\
[a]=
n[a]*+(e[a]>0)+0}},_t={make:It,forward({output:t},{x:e,y:n,count:o}){let r=o*y(t);for(let s=0;s<r;s+=1)n[s]=1/(1+S(-e[s]\
))},
backward({output:t},{y:e,dy:n,dx:o,count:r}){let s=r*y(t);for(let a=0;o&&a<s;a+=1)o[a]=n[a]*e[a]*(1-e[a])}};var Ft=1e-5,\
B=.1,Tt={make(t,e,{zeros:n}){O(t,[]);let[o]=e,r=(s,a)=>({name:\`\${t.name}.\${s}\`,shape:[o],values:n(o).fill(a)});
return{output:e,parameters:[r("weight",1),r("bias",0)],running:[r("running_mean",0),r("running_var",1)],scratch:{means:n\
ew Float64Array(
o),scales:new Float64Array(o)}}},forward(t,{x:e,y:n,count:o,training:r}){let{channels:s,positions:a}=H(t);if(r&&o*a<2)th\
row new b(
"pictures",o,"more than one: batch norm has one value a channel, which has no variance");let{means:c,scales:i}=t.scratch\
,
[l,f]=t.parameters;for(let u=0;u<s;u+=1){r?_e(t,e,o,u):Fe(t,u);let[p,m,h]=[c[u],l.values[u]*i[u],f.values[u]];for(let d=\
0;d<
o;d+=1){let g=(d*s+u)*a;for(let w=g;w<g+a;w+=1)n[w]=(e[w]-p)*m+h}}},backward(t,{x:e,dy:n,dx:o,count:r,training:s},[a,c])\
{
let{channels:i,positions:l}=H(t),{means:f,scales:u}=t.scratch,[p]=t.parameters;for(let m=0;m<i;m+=1){let[h,d]=[f[m],u[m]\
],
[g,w]=Te(t,e,n,r,m);c.values[m]+=g,a.values[m]+=w;let[$,nt]=s?[g/(r*l),w*d/(r*l)]:[0,0];for(let ot=0;o&&ot<r;ot+=1){let \
yt=(ot*
i+m)*l;for(let T=yt;T<yt+l;T+=1)o[T]=p.values[m]*d*(n[T]-$-(e[T]-h)*nt)}}}},H=({input:[t,e=1,n=1]})=>({channels:t,positi\
ons:e*
n});function _e(t,e,n,o){let{channels:r,positions:s}=H(t),a=n*s,c=(p,m)=>{let h=0;for(let d=0;d<n;d+=1){let g=(d*r+o)*s;\

for(let w=g;w<g+s;w+=1)h+=m===1?e[w]-p:(e[w]-p)*(e[w]-p)}return h},i=c(0,1)/a,l=c(i,2),[f,u]=t.running;f.values[o]=(1-B)\
*
f.values[o]+B*i,u.values[o]=(1-B)*u.values[o]+B*l/(a-1),t.scratch.means[o]=i,t.scratch.scales[o]=1/Math.sqrt(l/a+Ft)}fun\
ction Fe({
running:[t,e],scratch:n},o){n.means[o]=t.values[o],n.scales[o]=1/Math.sqrt(e.values[o]+Ft)}function Te(t,e,n,o,r){let{ch\
annels:s,
positions:a}=H(t),[c,i]=[t.scratch.means[r],t.scratch.scales[r]],[l,f]=[0,0];for(let u=0;u<o;u+=1){let p=(u*s+r)*a;for(l\
et m=p;m<
p+a;m+=1)l+=n[m],f+=n[m]*(e[m]-c)}return[l,f*i]}function W(t,e,n,{zeros:o,random:r}){let s=1/Math.sqrt(n),a=[{name:\`\${t.\
name}.weight\`,shape:e}];return vt(t)&&a.push({name:\`\${t.
name}.bias\`,shape:[e[0]]}),a.map(({name:c,shape:i})=>{let l=o(y(i));for(let f=0;f<l.length;f+=1)l[f]=r.between(-s,s);ret\
urn{
name:c,shape:i,values:l}})}var G=new Float64Array(1024);function k(t,e){e>G.length&&(G=new Float64Array(2*e));for(let n=\
0;n<e;n+=1)G[n]=t[n];return G}
var L=new Float64Array(1024),K=new Int32Array(1024);function A(t,e,n,o,r,s){r>L.length&&([L,K]=[new Float64Array(2*r),ne\
w Int32Array(
2*r)]);for(let a=0;a<o;a+=1){let c=je(e,e.at+a*e.down,n,r),i=t.at+a*t.down,l=0;for(;l+8<=s;l+=8)Re(t.values,i+l*t.across\
,
t.across,n.values,l*n.across,n.across,c);for(;l<s;l+=1)ze(t.values,i+l*t.across,n.values,l*n.across,c)}}function je({val\
ues:t,
across:e},n,o,r){let s=0;for(let a=0,c=n,i=o.at;a<r;a+=1,c+=e,i+=o.down)L[s]=t[c],K[s]=i,s+=+(t[c]!==0);return s}functio\
n Re(t,e,n,o,r,s,a){
let c=0,i=0,l=0,f=0,u=0,p=0,m=0,h=0;for(let d=0;d<a;d+=1){let g=L[d],w=K[d]+r;c+=g*o[w],i+=g*o[w+s],l+=g*o[w+2*s],f+=g*o\
[w+
3*s],u+=g*o[w+4*s],p+=g*o[w+5*s],m+=g*o[w+6*s],h+=g*o[w+7*s]}t[e]+=c,t[e+n]+=i,t[e+2*n]+=l,t[e+3*n]+=f,t[e+4*n]+=u,t[e+5\
*
n]+=p,t[e+6*n]+=m,t[e+7*n]+=h}function ze(t,e,n,o,r){let s=0;for(let a=0;a<r;a+=1)s+=L[a]*n[K[a]+o];t[e]+=s}var Le=(t,e=\
1)=>e*(t-1)+1;function jt(t,e,n=1,o=0,r=1,s=!1){let a=t+2*o-Le(e,r)+(s?n-1:0);if(a<0)return 0;let c=Math.floor(
a/n)+1;return s&&(c-1)*n>=t+o?c-1:c}var it=4096;function V(t,[,...e],{stride:n}){let o=q(t,"size",void 0,1,it),r={size:o\
,stride:q(t,"stride",n==="size"?o:n,
1,it),padding:q(t,"padding",0,0,it)},s=e.map((i,l)=>jt(i,o[l],r.stride[l],r.padding[l])),a=s.findIndex(i=>i<1);if(a<0)re\
turn{
placed:r,positions:s};let c=e[a]+2*r.padding[a];throw new b(\`\${t.field}.size\`,t.given.size,\`at most \${c}, which is what \
\\
the maps before it have room for\`)}function zt({size:t,stride:e,padding:n},[o,r,s],[a,c]){let i=[],l=t[0]*t[1];for(let f\
=0;f<
l;f+=1){let[u,p]=[Math.floor(f/t[1])-n[0],f%t[1]-n[1]],[m,h]=Rt(u,e[0],r,a),[d,g]=Rt(p,e[1],s,c);for(let w=0;w<o&&g>d;w+\
=
1)for(let $=m;$<h;$+=1){let nt=(w*r+$*e[0]+u)*s+d*e[1]+p;i.push(nt,($*c+d)*o*l+w*l+f,g-d)}}return Int32Array.from(i)}fun\
ction Rt(t,e,n,o){
let r=Math.max(0,Math.ceil(-t/e));return[r,Math.max(r,Math.min(o,Math.floor((n-1-t)/e)+1))]}var Ut={make(t,e,n){O(t,["ke\
rnels","size","stride","padding","bias"]);let o=x(\`\${t.field}.kernels\`,t.given.kernels,1,65536),
{placed:r,positions:s}=V(t,D(t,e),{stride:1}),a=e[0]*r.size[0]*r.size[1],c=[o,e[0],...r.size];return v(\`\${t.field}.size\`\
,
t.given.size,s[0]*s[1]*a),v(\`\${t.field}.kernels\`,o,o*Math.max(a,s[0]*s[1])),{output:[o,...s],parameters:W(t,c,a,n),place\
d:r,
scratch:{table:zt(r,e,s),windows:new Float64Array(s[0]*s[1]*a),spread:n.zeros(s[0]*s[1]*a)}}},forward(t,{x:e,y:n,count:o\
}){
let{taps:r,positions:s,kernels:a,inputs:c}=J(t),[i,l]=t.parameters,f={values:t.scratch.windows,at:0,down:1,across:r};for\
(let u=0;u<
o;u+=1){let p=u*a*s;for(let h=0;h<a;h+=1)n.fill(l?l.values[h]:0,p+h*s,p+(h+1)*s);Lt(t,e,u*c),A({values:n,at:p,down:s,acr\
oss:1},
{values:i.values,at:0,down:r,across:1},f,a,r,s)}},backward(t,{x:e,dy:n,dx:o,count:r},[s,a]){let{taps:c,positions:i,kerne\
ls:l,
inputs:f}=J(t),u={values:t.scratch.windows,at:0,down:c,across:1},p={values:t.scratch.spread,at:0,down:c,across:1},m={val\
ues:k(
t.parameters[0].values,l*c),at:0,down:c,across:1};a&&Ue(a.values,n,l,i,r),o?.fill(0,0,r*f);for(let h=0;h<r;h+=1){let d=h\
*
l*i;Lt(t,e,h*f);let g={values:n,at:d,down:i,across:1};A({values:s.values,at:0,down:c,across:1},g,u,l,i,c),o&&(p.values.f\
ill(
0),A(p,{values:n,at:d,down:1,across:i},m,i,l,c),Pe(t,o,h*f))}}};function J({input:[t,e,n],output:[o,r,s],placed:{size:a}\
}){
return{taps:t*a[0]*a[1],positions:r*s,kernels:o,inputs:t*e*n}}function Ue(t,e,n,o,r){for(let s=0;s<n;s+=1){let a=0;for(l\
et c=0;c<
r;c+=1){let i=(c*n+s)*o;for(let l=i;l<i+o;l+=1)a+=e[l]}t[s]+=a}}function Lt(t,e,n){let{table:o,windows:r}=t.scratch,{tap\
s:s}=J(
t),a=t.placed.stride[1];for(let c=0;c<o.length;c+=3){let i=n+o[c],l=o[c+1];for(let f=o[c+2];f>0;f-=1,i+=a,l+=s)r[l]=e[i]\
}}
function Pe(t,e,n){let{table:o,spread:r}=t.scratch,{taps:s}=J(t),a=t.placed.stride[1];for(let c=0;c<o.length;c+=3){let i\
=n+
o[c],l=o[c+1];for(let f=o[c+2];f>0;f-=1,i+=a,l+=s)e[i]+=r[l]}}var Pt={make(t,e){return O(t,[]),{output:[y(e)]}},forward(\
{output:[t]},{x:e,y:n,count:o}){for(let r=0;r<o*t;r+=1)n[r]=e[r]},
backward({output:[t]},{dy:e,dx:n,count:o}){for(let r=0;n&&r<o*t;r+=1)n[r]=e[r]}};var N=(t,e)=>({values:t,at:0,down:e,acr\
oss:1}),Ct=(t,e)=>({values:t,at:0,down:1,across:e}),qt={make(t,e,n){O(t,["units",
"bias"]);let o=x(\`\${t.field}.units\`,t.given.units,1,65536),[r]=Et(t,e);return v(\`\${t.field}.units\`,o,o*r),{output:[o],pa\
rameters:W(
t,[o,r],r,n)}},forward({input:[t],output:[e],parameters:[n,o]},{x:r,y:s,count:a}){s.fill(0,0,a*e);for(let c=0;o&&c<a*e;c\
+=
1)s[c]=o.values[c%e];A(N(s,e),N(r,t),Ct(k(n.values,e*t),t),a,t,e)},backward({input:[t],output:[e],parameters:[n]},{x:o,d\
y:r,
dx:s,count:a},[c,i]){A(N(c.values,t),Ct(r,e),N(k(o,a*t),t),e,a,t);for(let l=0;i&&l<a*e;l+=1)i.values[l%e]+=r[l];s&&(s.fi\
ll(
0,0,a*t),A(N(s,t),N(r,e),N(k(n.values,e*t),t),a,e,t))}};function Dt(t,e){O(t,["size","stride","padding"]);let{placed:n,p\
ositions:o}=V(t,D(t,e),{stride:"size"});if(n.padding.some(
(s,a)=>2*s>n.size[a]))throw new b(\`\${t.field}.padding\`,t.given.padding,\`at most half the size, \${n.size.join("×")}\`);ret\
urn{
output:[e[0],...o],placed:n,scratch:{table:qe(n,e,o)}}}var Bt={make:Dt,forward(t,{x:e,y:n,count:o}){let r=Ce(t,n),{colum\
ns:s,
plane:a,planes:c,table:i}=Z(t,o);for(let l=0,f=0;l<c;l+=1)for(let u=0;u<i.length;u+=3,f+=1){let p=l*a+i[u],m=p+i[u+1]*s,\

h=p;for(let d=p;d<m;d+=s)for(let g=d;g<d+i[u+2];g+=1)(e[g]>e[h]||Number.isNaN(e[g]))&&(h=g);r[f]=h,n[f]=e[h]}},backward(\
t,{
dy:e,dx:n,count:o}){if(!n)return;let{winners:r}=t.scratch,{plane:s,planes:a,table:c}=Z(t,o);n.fill(0,0,a*s);for(let i=0;\
i<
a*c.length/3;i+=1)n[r[i]]+=e[i]}},Ht={make:Dt,forward(t,{x:e,y:n,count:o}){let{columns:r,plane:s,planes:a,table:c,share:\
i}=Z(
t,o);for(let l=0,f=0;l<a;l+=1)for(let u=0;u<c.length;u+=3,f+=1){let p=l*s+c[u],m=p+c[u+1]*r,h=0;for(let d=p;d<m;d+=r)for\
(let g=d;g<
d+c[u+2];g+=1)h+=e[g];n[f]=h*i}},backward(t,{dy:e,dx:n,count:o}){if(!n)return;let{columns:r,plane:s,planes:a,table:c,sha\
re:i}=Z(
t,o);n.fill(0,0,a*s);for(let l=0,f=0;l<a;l+=1)for(let u=0;u<c.length;u+=3,f+=1){let p=l*s+c[u],m=p+c[u+1]*r;for(let h=p;\
h<
m;h+=r)for(let d=h;d<h+c[u+2];d+=1)n[d]+=e[f]*i}}};function Ce({scratch:t},e){return t.winners.length<e.length&&(t.winne\
rs=
new Int32Array(e.length)),t.winners}function qe({size:t,stride:e,padding:n},[,o,r],[s,a]){let c=[];for(let i=0;i<s*a;i+=\

1){let[l,f]=[Math.floor(i/a)*e[0]-n[0],i%a*e[1]-n[1]],[u,p]=[Math.max(0,l),Math.max(0,f)];c.push(u*r+p,Math.min(o,l+t[0]\
)-
u,Math.min(r,f+t[1])-p)}return Int32Array.from(c)}function Z({input:[t,e,n],placed:{size:o},scratch:{table:r}},s){return\
{
columns:n,plane:e*n,planes:s*t,table:r,share:1/(o[0]*o[1])}}var _={conv:Ut,batch_norm:Tt,relu:kt,sigmoid:_t,max_pool:Bt,\
average_pool:Ht,flatten:Pt,linear:qt};var lt=[.9,.999],De=1e-8;function Be(t,e,{rate:n,decay:o}){for(let r=0;r<t.length;\
r+=1)t[r]-=n*(e[r]+o*t[r])}function He(t,e,{
rate:n,momentum:o,decay:r},{updates:s,first:a},c){let i=a[c],l=s===1?0:o;for(let f=0;f<t.length;f+=1)i[f]=l*i[f]+e[f]+r*\

t[f],t[f]-=n*i[f]}function We(t,e,{rate:n,decay:o},{first:r,second:s,powers:a},c){let[i,l]=[r[c],s[c]],[f,u]=lt,[p,m]=[n\
/
(1-a[0]),Math.sqrt(1-a[1])];for(let h=0;h<t.length;h+=1){let d=e[h]+o*t[h];i[h]=f*i[h]+(1-f)*d,l[h]=u*l[h]+(1-u)*d*d,t[h\
]-=
p*i[h]/(Math.sqrt(l[h])/m+De)}}var ft={sgd:Be,momentum:He,adam:We};function Wt(t,e){let n=()=>e.map(({values:s})=>s.slic\
e().
fill(0)),[o,r]=[t==="sgd"?[]:n(),t==="adam"?n():[]];return{optimizer:t,updates:0,first:o,second:r,powers:[1,1]}}function\
 Gt(t){
t.updates+=1,t.powers=[t.powers[0]*lt[0],t.powers[1]*lt[1]]}function ut({spec:{input:t}},e){let n=y(t),o=e.length/n;if(N\
umber.isInteger(o)&&o>0)return o;throw new b("pictures.lengt\\
h",e.length,\`a multiple of \${n}, which is \${t.join("×")}\`)}function pt(t,e,n){let o=ut(t,e),{values:r}=Ge(t,o);return at\
(
r[0],"pictures",e,e.length),t.layers.forEach((s,a)=>{_[s.kind].forward(s,{x:r[a],y:r[a+1],count:o,training:n})}),o}funct\
ion Kt(t,e,n,o){
let{layers:r,buffers:{values:s,deltas:a}}=t,c=t.parameters.map(({name:l,shape:f,values:u})=>({name:l,shape:f,values:u.sl\
ice().
fill(0)})),i=c.length;for(let l=r.length-1;l>=0;l-=1){let f=r[l],u=c.slice(i-f.parameters.length,i);i-=u.length;let p=l>\

0||o?a[l]:null,m={x:s[l],y:s[l+1],dy:a[l+1],dx:p,count:e,training:n};_[f.kind].backward(f,m,u)}return c}function Ge(t,e)\
{
let{buffers:n,layers:o,spec:r}=t;if(e<=n.capacity)return n;let s=[r.input,...o.map(({output:i})=>i)],a=r.precision==="do\
\\
uble"?Float64Array:Float32Array,c=()=>s.map(i=>new a(e*y(i)));return t.buffers={capacity:e,values:c(),deltas:c()}}functi\
on Q({
layers:t},e,n){return t.map(({name:o,kind:r,output:s},a)=>({name:o,kind:r,shape:[n,...s],values:e[a+1].slice(0,n*y(s))})\
)}
function Vt(t,e){let{values:n,deltas:o}=t.buffers,r=o[0].slice(0,e*y(t.spec.input));return{values:Q(t,n,e),deltas:Q(t,o,\

e),pictureDeltas:r}}var Ke=Object.keys(_),Ve=Object.keys(z),Je=Object.keys(ft);function Jt(t,e){let o=R("precision",t.pr\
ecision??"single",["\\
single","double"])==="double"?Float64Array:Float32Array,r={zeros:a=>new o(a),random:E(e)},s=Ze(t,r);return{spec:t,layers\
:s,
parameters:s.flatMap(a=>a.parameters),running:s.flatMap(a=>a.running),memory:null,buffers:{capacity:0,values:[],deltas:[\
]}}}
function Ze({input:t,layers:e},n){if(!Array.isArray(t)||t.length!==3)throw new b("input",t,"[channels, rows, columns]");\

if(!Array.isArray(e)||e.length===0)throw new b("layers",e,"a list of at least one layer");let o=t.map((r,s)=>x(\`input[\${\
s}\\
]\`,r,1,4096));return v("input",t,y(o)),e.map((r,s)=>{let a=Qe(r,s,o,n);return o=a.output,a})}function Qe(t,e,n,o){let r=\
\`\\
layers[\${e}]\`,s=R(\`\${r}.kind\`,t?.kind,Ke),a=String(e),{scratch:c,...i}=_[s].make({field:r,name:a,given:{...t}},n,o),f={.\
..{
table:new Int32Array(0),windows:new Float64Array(0),spread:o.zeros(0),winners:new Int32Array(0)},means:new Float64Array(\

0),scales:new Float64Array(0),...c};return{kind:s,name:a,input:n,parameters:[],running:[],placed:{size:[],stride:[],padd\
ing:[]},
...i,scratch:f}}function Y(t,e,{training:n=!1}={}){let o=pt(t,e,n);return Q(t,t.buffers.values,o)}function Zt(t,e,n,{los\
s:o="\\
cross_entropy",training:r=!0,keep:s=!1}={}){let a=z[R("loss",o,Ve)],c=Ye(t);Xe(n,ut(t,e),c);let i=pt(t,e,r),l=t.layers.l\
ength,
{values:f,deltas:u}=t.buffers,p=f[l].slice(0,i*c);return{loss:a(p,n,c,u[l]),outputs:p,gradients:Kt(t,i,r,s),...s?Vt(t,i)\
:
{}}}function Qt(t,e,{optimizer:n="sgd",rate:o,momentum:r=.9,decay:s=0}){let a=R("optimizer",n,Je),c={rate:I("rate",o,0),\
momentum:I(
"momentum",r,0),decay:I("decay",s,0)},{parameters:i}=t;if(!(e.length===i.length&&i.every(({values:u},p)=>e[p].values.len\
gth===
u.length)))throw new b("gradients",e.map(({values:u})=>u.length),\`of the lengths \${i.map(({values:u})=>u.length)}\`);t.me\
mory?.
optimizer!==a&&(t.memory=Wt(a,i));let{memory:f}=t;Gt(f),i.forEach(({values:u},p)=>ft[a](u,e[p].values,c,f,p))}function Y\
e({
layers:t}){let{output:e}=t[t.length-1];if(e.length===1)return e[0];throw new b("layers",e,"ended by numbers in a row, on\
\\
e a class: flatten, then linear")}function Xe(t,e,n){if(t.length!==e)throw new b("labels.length",t.length,\`\${e}, one a p\
\\
icture\`);for(let o=0;o<e;o+=1)x(\`labels[\${o}]\`,t[o],0,n-1)}var tn=64,Yt=100;function Xt({spec:t,seed:e,training:n,heldOu\
t:o}){let r=Jt(t,e);if(n.labels.length===0)throw new b("tra\\
ining",0,"at least one picture");let s=Uint32Array.from(n.labels.keys()),a=E((e^24301)>>>0),c={network:r,training:n,held\
Out:o,
random:a,order:s,at:s.length,update:0},i=ne(c);return{...c,last:i,history:[i],apart:1,ended:null}}function te(t,{batch:e\
,
loss:n,...o}){if(x("batch",e,1,4096),t.ended!==null)return null;let{pictures:r,labels:s}=en(t,e),a=Zt(t.network,r,s,{los\
s:n});
if(Qt(t.network,a.gradients,o),!Number.isFinite(a.loss)||!on(t.network))return X(t,t.last),t.ended=t.update,null;t.updat\
e+=
1,t.last=ne(t),nn(t);let c=a.outputs.length/s.length,i=se(re(a.outputs,s,c),c);return{update:t.update,loss:a.loss,accura\
cy:i/
s.length,gradients:a.gradients}}function ee({network:t},{pictures:e,labels:n},{loss:o="cross_entropy",most:r=1/0}={}){le\
t s=Math.
min(r,n.length);if(s===0)return null;let a=e.length/n.length,c=t.layers[t.layers.length-1].output[0],[i,l]=[new Float32A\
rray(
s*c),new Float32Array(s*c)];for(let p=0;p<s;p+=Yt){let m=Y(t,e.subarray(p*a,Math.min(s,p+Yt)*a));i.set(m[m.length-1].val\
ues,
p*c)}let f=n.subarray(0,s),u=re(i,f,c);return{loss:z[o](i,f,c,l),accuracy:se(u,c)/s,confusion:u,outputs:i}}function X(t,\
e){
let{network:n}=t;n.parameters.forEach(({values:o},r)=>o.set(e.weights[r])),n.running.forEach(({values:o},r)=>o.set(e.run\
ning[r])),
n.memory=oe(e.memory),t.random.state.set(e.chance),t.order.set(e.order),[t.at,t.update,t.last,t.ended]=[e.at,e.update,e,\

null]}function en(t,e){let{training:{pictures:n,labels:o},order:r}=t,s=n.length/o.length;t.at>=r.length&&(t.random.shuff\
le(
r),t.at=0);let a=r.subarray(t.at,Math.min(r.length,t.at+e));t.at+=a.length;let c={pictures:new Float32Array(a.length*s),\

labels:new Uint8Array(a.length)};return a.forEach((i,l)=>{c.pictures.set(n.subarray(i*s,(i+1)*s),l*s),c.labels[l]=o[i]})\
,
c}function ne({network:t,random:e,order:n,at:o,update:r}){return{update:r,weights:t.parameters.map(({values:s})=>s.slice\
()),
running:t.running.map(({values:s})=>s.slice()),memory:oe(t.memory),chance:e.state.slice(),order:n.slice(),at:o}}function\
 oe(t){
if(t===null)return null;let e=n=>n.map(o=>o.slice());return{...t,first:e(t.first),second:e(t.second),powers:[...t.powers\
]}}
function nn(t){t.update%t.apart===0&&(t.history.push(t.last),!(t.history.length<tn)&&(t.apart*=2,t.history=t.history.fil\
ter(
({update:e})=>e%t.apart===0)))}var on=({parameters:t})=>t.every(({values:e})=>e.every(Number.isFinite));function re(t,e,\
n){
let o=new Uint32Array(n*n);return e.forEach((r,s)=>{o[r*n+rn(t.subarray(s*n,(s+1)*n))]+=1}),o}function se(t,e){return t.\

reduce((n,o,r)=>n+(r%(e+1)===0?o:0),0)}var rn=t=>t.indexOf(Math.max(...t));var sn=25,an=8,ht=({network:{layers:t}})=>t[t\
.length-1].output[0];function U(t){let e=ht(t);return{update:t.update,at:0,
loss:0,confusion:new Uint32Array(e**2),outputs:new Float32Array(e*t.heldOut.labels.length)}}function ae(t,e){let{picture\
s:n,
labels:o}=e.heldOut,[r,s]=[n.length/o.length,Math.min(o.length,t.at+sn)],a=ee(e,{pictures:n.subarray(t.at*r,s*r),labels:\
o.
subarray(t.at,s)});return a!==null&&(t.loss+=a.loss*(s-t.at),a.confusion.forEach((c,i)=>{t.confusion[i]+=c}),t.outputs.s\
et(
a.outputs,t.at*ht(e))),t.at=s,s<o.length?null:cn(t,e)}function cn({update:t,loss:e,confusion:n,outputs:o},r){let[s,a]=[h\
t(
r),r.heldOut.labels.length],c=n.reduce((f,u,p)=>f+(p%(s+1)===0?u:0),0),l=Array.from({length:a},(f,u)=>mt(r,u,o.subarray(\

u*s,(u+1)*s))).filter(({label:f,said:u})=>f!==u).sort((f,u)=>f.right-u.right);return{update:t,loss:e/a,accuracy:c/a,conf\
usion:n,
worst:l.slice(0,an)}}function mt({heldOut:{pictures:t,labels:e}},n,o){let r=ct(o,o.length),s=Math.max(0,r.indexOf(Math.m\
ax(
...r))),[a,c]=[t.length/e.length,e[n]];return{picture:n,label:c,said:s,share:r[s],right:r[c],pixels:t.slice(n*a,(n+1)*a)\
}}function ce({run:t,batches:e},n){e.length>=2e3||e.push(t.order.slice(n>=t.order.length?0:n,t.at))}function ie({run:t,s\
ide:e,
losses:n,accuracies:o,held:r,batches:s},a){let c=a.length,i=t.network.parameters.map(({name:l,shape:f},u)=>[l,{shape:[c,\

...f],values:Float32Array.from(a.flatMap(({weights:p})=>[...p[u]]))}]);return{losses:F(n),accuracies:F(o),held_updates:F\
(
r.map(({update:l})=>l)),held_losses:F(r.map(({loss:l})=>l)),held_accuracies:F(r.map(({accuracy:l})=>l)),moments:F(a.map(\

({update:l})=>l)),...Object.fromEntries(i),pictures:{shape:[t.training.labels.length,1,e,e],values:t.training.pictures},\

labels:{shape:[t.training.labels.length],values:t.training.labels},held_pictures:{shape:[t.heldOut.labels.length,...t.ne\
twork.
spec.input],values:t.heldOut.pictures},held_labels:{shape:[t.heldOut.labels.length],values:t.heldOut.labels},batches:ln(\

s)}}var F=t=>({shape:[t.length],values:Float64Array.from(t)});function ln(t){let e=Math.max(0,...t.map(({length:o})=>o))\
,
n=new Int32Array(t.length*e).fill(-1);return t.forEach((o,r)=>n.set(o,r*e)),{shape:[t.length,e],values:n}}var le=32;func\
tion dt({shape:t,values:e},n){let[o,r]=t.length===4?t.slice(2):[n,n],s=Math.min(le,t[0]);return{count:s,rows:o,
columns:r,values:Float32Array.from(e.subarray(0,s*o*r))}}function fe({network:t,heldOut:{pictures:e,labels:n}},o){let r=\
e.
length/n.length;return Y(t,e.subarray(o*r,(o+1)*r))}function ue(t,e){return fe(t,e).filter(({kind:o,shape:r})=>(o==="rel\
\\
u"||o==="sigmoid")&&r.length===4).map(({shape:[,o,r,s],values:a})=>{let c=Math.min(le,o);return{count:c,rows:r,columns:s\
,
values:Float32Array.from(a.subarray(0,c*r*s))}})}var pe=(t,e)=>mt(t,e,Float32Array.from(fe(t,e).at(-1).values));var he=[\
8,64],fn=1e5,me=[.17,.32],de=1,ge=[.6,1],be=.2,P=.28,gt=.98,un=Math.sqrt(3)/2,we={disc:(t,e)=>Math.sqrt(t*t+e*e)-
1,ring:(t,e)=>Math.abs(Math.sqrt(t*t+e*e)-(1-P/2))-P/2,square:(t,e)=>tt(t,e,.7,.7),cross:(t,e)=>Math.min(tt(t,e,gt,P/1.6\
),
tt(t,e,P/1.6,gt)),triangle:(t,e)=>Math.max(un*Math.abs(t)-e/2,e)-.5,bar:(t,e)=>tt(t,e,gt,P/1.6)},C=Object.keys(we),tt=(t\
,e,n,o)=>Math.
max(Math.abs(t)-n,Math.abs(e)-o);function bt({side:t,count:e,noise:n=.15},o){x("side",t,he[0],he[1]),x("count",e,1,fn),I\
(
"noise",n,0);let r=E(o),s=new Float32Array(e*t*t),a=new Uint8Array(e);for(let c=0;c<e;c+=1){a[c]=r.below(C.length);let i\
=s.
subarray(c*t*t,(c+1)*t*t);pn(i,t,C[a[c]],hn(r,t)),dn(i,n,r)}return{side:t,classes:[...C],pictures:s,labels:a}}function p\
n(t,e,n,{
row:o,column:r,radius:s,tilt:[a,c],ink:i}){let l=we[n];for(let f=0;f<e;f+=1)for(let u=0;u<e;u+=1){let[p,m]=[(u+.5-r)/s,(\
f+
.5-o)/s],h=.5-s*l(a*p+c*m,a*m-c*p);t[f*e+u]+=i*Math.min(1,Math.max(0,h))}}function hn(t,e){let n=e*t.between(me[0],me[1]\
),
[o,r]=[n+de,e-n-de],[s,a]=[t.between(o,r),t.between(o,r)];return{row:s,column:a,radius:n,tilt:mn(t),ink:t.between(ge[0],\

ge[1])}}function mn(t){let e=t.between(-be,be),n=Math.sqrt(1+e*e);return[1/n,e/n]}function dn(t,e,n){for(let o=0;o<t.len\
gth;o+=
1)t[o]=Math.min(1,Math.max(0,t[o]+e*n.normal()))}var gn=2654435769,wt={shapes:{classes:C,make:({side:t,count:e,noise:n,s\
eed:o},r)=>({training:bt({side:t,count:e,noise:n},
o),heldOut:bt({side:t,count:r,noise:n},(o^gn)>>>0)})}};var wn=255;function xe({begun:t,run:e,picture:n},o){let{network:r\
,heldOut:s}=e,a=s.pictures.length/s.labels.length,c=Uint8Array.from(
s.pictures.subarray(n*a,(n+1)*a),i=>Math.round(wn*i));return{begun:t,purpose:o,tensors:xn(r),input:r.spec.input,update:e\
.
update,pixels:c}}function xn({layers:t}){let e=t.flatMap(({parameters:n,running:o})=>[...n,...o]);return Object.fromEntr\
ies(
e.map(({name:n,shape:o,values:r})=>[n,{shape:o,values:Float32Array.from(r)}]))}var yn=30,On=50,Mn=9,et=1e5;function ye(t\
){let e={host:t,begun:0,waiting:!1,toldAt:-1/0};return{take:o=>{if(o.kind==="be\\
gin")An(e,o);else{if(e.begun===0)return;o.kind==="settings"?e.settings=o.settings:o.kind==="go"?Sn(e,o.until):o.kind==="\
\\
pause"?Oe(e):o.kind==="keep"?e.host.post({begun:e.begun,arrays:ie(e,xt(e))}):o.kind==="take"?e.host.post(xe(e,o.purpose)\
):
o.kind==="look"?e.picture=o.picture:En(e,o.moment)}e.heard=!0,Me(e)}}}function An(t,{spec:e,data:n,settings:o}){let{trai\
ning:r,
heldOut:s}=wt[n.source].make(n,n.heldOut),a=Xt({spec:e,seed:n.seed,training:r,heldOut:s}),c={losses:[],accuracies:[],hel\
d:[],
batches:[],verdict:null,gradients:null,told:0,latest:a.last};Object.assign(t,{run:a,settings:o,side:n.side,running:!1,un\
til:et,
picture:0,...c,cost:0,judgedAt:0}),t.begun+=1,t.judging=U(a)}function Sn(t,e=et){let{run:n,latest:o}=t;n.ended!==null&&X\
(
n,n.last),n.update<o.update&&vn(t),Object.assign(t,{running:n.update<Math.min(et,e),until:Math.min(et,e)})}function vn(t\
){
let{run:e}=t;e.history=e.history.filter(({update:n})=>n<=e.update),t.held=t.held.filter(({update:n})=>n<=e.update),t.los\
ses.
length=t.accuracies.length=e.update,t.batches.length=Math.min(t.batches.length,e.update),t.told=Math.min(t.told,e.update\
),
t.latest=e.last}function Oe(t){t.running=!1;let{judging:e,verdict:n,run:o}=t;e===null&&n?.update!==o.update&&(t.judging=\

U(o))}var xt=({run:t,latest:e})=>t.history.includes(e)?t.history:[...t.history,e];function En(t,e){let n=xt(t);X(t.run,n\
[Math.
max(0,Math.min(n.length-1,e))]),Object.assign(t,{running:!1,gradients:null,judging:U(t.run)})}function Me(t){t.waiting||\

(t.waiting=!0,t.host.later(()=>Nn(t)))}function Nn(t){let{host:e}=t;t.waiting=!1;let n=e.now();do if(t.judging!==null)$n\
(
t);else if(t.running)In(t);else break;while(e.now()-n<yn);let o=t.judging!==null||t.running;(!o||t.heard||e.now()-t.told\
At>=
On)&&kn(t),o&&Me(t)}function $n(t){let{host:e,run:n}=t,o=e.now(),r=ae(t.judging,n);if(t.spent=(t.spent??0)+e.now()-o,r==\
=
null)return;Object.assign(t,{verdict:r,judging:null,cost:t.spent,spent:0,judgedAt:e.now()});let{update:s,loss:a,accuracy\
:c}=r;
s>(t.held.at(-1)?.update??-1)&&t.held.push({update:s,loss:a,accuracy:c})}function In(t){let{run:e,host:n,settings:o}=t;i\
f(e.
update>(t.verdict?.update??-1)&&n.now()-t.judgedAt>=Mn*t.cost){t.judging=U(e);return}let r=e.at,s=te(e,o);s!==null&&(ce(\

t,r),t.losses.push(s.loss),t.accuracies.push(s.accuracy),Object.assign(t,{gradients:s.gradients,latest:e.last})),(s===nu\
ll||
e.update>=t.until)&&Oe(t)}function kn(t){let{host:e,run:n,told:o,losses:r,accuracies:s,held:a,verdict:c,gradients:i,pict\
ure:l,
side:f,running:u,settings:p}=t;Object.assign(t,{toldAt:e.now(),told:r.length,heard:!1}),e.post({begun:t.begun,running:u,\

update:n.update,until:t.until,ended:n.ended,side:f,held:a,verdict:c,epoch:Math.ceil(n.training.labels.length/p.batch),ti\
p:t.
latest.update,moments:xt(t).map(({update:m})=>m),from:o,losses:Float64Array.from(r.slice(o)),accuracies:Float64Array.fro\
m(
s.slice(o)),kernels:dt(n.network.parameters[0],f),gradients:i&&dt(i[0],f),features:ue(n,l),chosen:pe(n,l),settled:!u&&t.\

judging===null})}var _n=ye({post:t=>postMessage(t),now:()=>performance.now(),later:t=>setTimeout(t,0)});addEventListener\
("message",({data:t})=>_n.
take(t));})();
`;var NARROW=760,ON_THE_WAY=["optimizer","rate","batch","decay"],COLUMNS=["update","column_loss","column_accuracy","column\
_held_loss","column_held_accuracy"],stage_default=makeStage({root:".train",narrow:NARROW,relays:!0,onWhite:!0,open,take,
draw:draw2,mark,describe:describe2,aloud,table,picture,leave});function open(stage){Object.assign(stage,{worker:null,now:null,
begun:0,note:"",problem:"",curves:{losses:[],accuracies:[]}});let hidden=()=>{document.hidden&&stage.now?.running&&pause(
stage,stage.words.hidden_tab)};document.addEventListener("visibilitychange",hidden),stage.unhide=()=>document.removeEventListener(
"visibilitychange",hidden)}function leave(stage){stage.unhide(),stage.worker?.terminate()}function take(stage,anew){buildRun(
stage,actions(stage)),stage.built="",!(!anew&&stage.worker)&&(Object.assign(stage,{note:"",problem:""}),begin(stage),stage.
rerun=possible(stage)?stage.view.updates:0,stage.rerun>0&&start(stage,stage.rerun))}function workerOf(stage){let address=URL.
createObjectURL(new Blob([worker_default],{type:"text/javascript"})),worker=new Worker(address);return worker.onmessage=
({data})=>get(stage,data),worker.onerror=()=>{stage.problem=stage.words.failed,stage.redraw()},URL.revokeObjectURL(address),
worker}function get(stage,told){if("arrays"in told)handFile(stage.root,`${stage.words.file}.npz`,npz(told.arrays));else if(!("\
tensors"in told))hear2(stage,told);else{if(told.begun!==stage.begun)return;told.purpose==="file"?handNetwork(stage,told):
handOver(stage,told)}}function handOver(stage,taken){stage.tell({...stage.view,taken:handed(stage,taken)}),stage.note=stage.
words.handed,stage.redraw()}var send=(stage,order)=>stage.worker?.postMessage(order),settingsOf2=({optimizer,rate:rate2,
batch,decay})=>({optimizer,rate:rate2,batch,decay}),possible=({view,limits:limits2})=>counted(view,SOURCES[view.source].
classes.length,limits2).problem==="";function begin(stage){let{view,limits:limits2}=stage;if(stage.worker??=workerOf(stage),
Object.assign(stage,{now:null,playing:!1,mixed:!1,rerun:0,curves:{losses:[],accuracies:[]}}),!possible(stage)){send(stage,
{kind:"pause"}),stage.begun=-Math.abs(stage.begun);return}let{source,side,count,noise,seed}=view;stage.begun=Math.abs(stage.
begun)+1;let spec=specOf(view,SOURCES[source].classes.length);send(stage,{kind:"begin",spec,data:{source,side,count,noise,
seed,heldOut:limits2.held_out},settings:settingsOf2(view)})}function start(stage,until){stage.note="",stage.playing=!0,send(
stage,{kind:"go",until})}function pause(stage,note){stage.note=note,send(stage,{kind:"pause"})}function hear2(stage,state){
if(state.begun!==stage.begun)return;let{losses,accuracies}=stage.curves;losses.length=accuracies.length=Math.min(losses.
length,state.from);for(let at=0;at<state.losses.length;at+=1)losses.push(state.losses[at]),accuracies.push(state.accuracies[at]);
stage.now=state,state.tip===0&&stage.note===""&&(stage.aloud.said=null),state.settled&&rested(stage,state),stage.soon()}
function rested(stage,state){let{limits:limits2,mixed:mixed2,playing}=stage;if(Object.assign(stage,{playing:!1,rerun:0}),
!playing)return;let updates=mixed2||state.update>limits2.updates?0:state.update;stage.move({updates})}function actions(stage){
let now=()=>stage.now;return{change:changed=>change(stage,changed),refuse:problem=>{stage.problem=problem,stage.redraw()},
toggle:()=>now().running?pause(stage,""):start(stage),step:()=>start(stage,now().update+1),epoch:()=>start(stage,now().update+
now().epoch),again:()=>change(stage,{}),keep:kind=>{kind==="npz"?send(stage,{kind:"keep"}):handFile(stage.root,`${stage.
words.file}.csv`,lines(stage.curves,now().held,COLUMNS.map(name=>stage.words[name])))},take:purpose=>{stage.problem=purpose===
"pages"&&stage.view.convolutions===""?stage.words.no_maps:"",stage.problem===""?send(stage,{kind:"take",purpose}):stage.
redraw()},look:picture2=>send(stage,{kind:"look",picture:picture2}),scrub:moment=>{stage.playing=!0,send(stage,{kind:"sc\
rub",moment})}}}function change(stage,changed){let{words,now}=stage,far=(now?.tip??0)>0;stage.problem="",Object.assign(stage.
view,changed),Object.keys(changed).length>0&&Object.keys(changed).every(name=>ON_THE_WAY.includes(name))?(Object.assign(
stage,{mixed:stage.mixed||far,note:far?words.goes_on:""}),far&&(stage.view.updates=0),send(stage,{kind:"settings",settings:settingsOf2(
stage.view)})):(begin(stage),stage.note=far?words[Object.keys(changed).length?"starts_anew":"at_the_start"]:"",stage.view.
updates=0),stage.settle()}function draw2(stage){let{rate:rate2,updates,...rest}=stage.view,key=JSON.stringify(rest);stage.
built!==key&&buildControls(stage,actions(stage)),stage.built=key,showRate(stage)}function mark(stage){let{find,words,problem,
curves}=stage;for(let name of[".maps",".looked"])find(name).hidden=stage.now===null;stage.widths=Object.fromEntries(["lo\
ss","kernels","features"].map(name=>[name,breadth(find(`.${name}`))])),showRun(stage,possible(stage)),find(".problem").textContent=
problem,drawCurves(stage),find(".legend").textContent=put(words.legend,{count:whole(together(curves.losses.length))}),drawMaps(
stage),showJudged(stage,actions(stage))}function describe2(stage){return possible(stage)?[ending(stage),stage.note,senseless(
stage),standing2(stage),doing(stage),seen(stage)].filter(Boolean).join(" "):stage.words.impossible}function aloud(stage){
return[ending(stage),stage.note,senseless(stage),standing2(stage),doing(stage),seen(stage),stage.problem]}function table({
shared,words,view,now}){if(!now?.held.length)return[];let columns=[words.update,words.loss,words.accuracy],{held}=now,line2=at=>[
whole(held[at].update),neat(held[at].loss,0),percent(words,held[at].accuracy)];return[tableOfLines(shared,put(words.table,
{classes:classNames(words,view).length}),columns,{count:held.length,at:held.length-1,line:line2})]}function picture({find,
words,now}){let places=[".loss",".accuracy",".kernels",".chosen",...[...find(".features").children].map((_,at)=>`.featur\
es figure:nth-child(${at+1})`)];return{file:words.file,title:put(words.title,{updates:whole(now?.update??0)}),figures:figuresIn(
places.map(name=>find(name)))}}export{stage_default as default};
