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
DRAWN,{detail:value}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest=SETTLE)=>{stage.busy(),stage.
timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}var KINDS=[[Float32Array,"<f4"],[Float64Array,"<f8"],[Int32Array,"<i4"],[Uint8Array,"|u1"]],BLOCK=64,[LOCAL,CENTRAL,END]=[
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
bar);let slider=find("input[name=moment]");slider.oninput=()=>act.scrub(Number(slider.value)),slider.setAttribute("aria-\
label",words.history)}function showRun({find,now,words,rerun},may){let running=now?.running??!1;find(".go").textContent=
running?words.pause:words.start,find(".go").setAttribute("aria-pressed",String(running));for(let name of["go","step","ep\
och"])allow(find(`.${name}`),may&&now!==null);for(let name of["csv","npz"])allow(find(`.${name}`),now!==null);allow(find(
".again"),(now?.tip??0)>0);let bar=find("progress");bar.hidden=rerun===0,Object.assign(bar,{max:Math.max(1,rerun),value:now?.
update??0}),showHistory(find("input[name=moment]"),now,words)}function showHistory(slider,now,words){let moments=now?.moments??
[0];slider.max=String(moments.length-1);let at=moments.findLastIndex(update=>update<=(now?.update??0));slider.value=String(
at),slider.disabled=moments.length<2,slider.setAttribute("aria-valuetext",put(words.moment,{update:whole(moments[at]??0)})),
slider.title=simple(moments[at]??0)}var worker_default=`"use strict";(()=>{var Mt=.6931471803691238,Ot=19082149292705877e-26,rt=Oe(13),st=Array.from({length\
:11},(t,e)=>2/(2*(11-e)+1)),O=new DataView(
new ArrayBuffer(8));function Oe(t){let e=[];for(let n=2,o=2;n<=t;n+=1,o*=n)e.push(1/o);return Float64Array.from(e.revers\
e())}
function xt(t){return O.setUint32(0,t+1023<<20),O.setUint32(4,0),O.getFloat64(0)}function v(t){if(!(t>-746))return Numbe\
r.
isNaN(t)?t:0;if(t>710)return 1/0;let e=Math.floor(t*Math.LOG2E+.5),n=t-e*Mt-e*Ot,o=rt[0];for(let s=1;s<rt.length;s+=1)o=\

o*n+rt[s];let r=e>>1;return(1+(n+n*n*o))*xt(r)*xt(e-r)}function _(t){if(!(t>0)||t===1/0)return t===0?-1/0:t>0?t:NaN;let \
e=t<
22250738585072014e-324;O.setFloat64(0,e?t*0x40000000000000:t);let n=O.getUint32(0);O.setUint32(0,n&1048575|1072693248);l\
et o=O.
getFloat64(0)>Math.SQRT2,r=O.getFloat64(0)*(o?.5:1),s=(n>>>20)-1023+(o?1:0)-(e?54:0),a=(r-1)/(r+1),l=a*a,c=st[0];for(let\
 i=1;i<
st.length;i+=1)c=c*l+st[i];return s*Mt+(2*a+(a*l*c+s*Ot))}var w=class extends RangeError{constructor(e,n,o){super(\`\${e} \
is \${Ae(n)}; it must be \${o}\`),this.name="Refused",this.field=
e,this.value=n,this.bound=o}};function Ae(t){let e=typeof t=="object"&&t!==null?JSON.stringify(t):String(t);return e.len\
gth>
60?\`\${e.slice(0,60)}…\`:e}function y(t,e,n,o){if(typeof e=="number"&&Number.isInteger(e)&&e>=n&&e<=o)return e;throw new w\
(
t,e,\`a whole number from \${n} to \${o}\`)}function j(t,e,n,o=1/0){if(typeof e=="number"&&Number.isFinite(e)&&e>=n&&e<=o)re\
turn e;
throw new w(t,e,\`a finite number \${o===1/0?\`of at least \${n}\`:\`from \${n} to \${o}\`}\`)}function z(t,e,n){let o=n.find(r=>r\
===
e);if(o!==void 0)return o;throw new w(t,e,\`one of \${n.join(" | ")}\`)}function U({field:t,given:e},n,o,r,s){let a=e[n]??o\
;
if(!Array.isArray(a))return new Array(2).fill(y(\`\${t}.\${n}\`,a,r,s));if(a.length!==2)throw new w(\`\${t}.\${n}\`,a,"a whole n\
\\
umber, or [rows, columns]");return a.map(l=>y(\`\${t}.\${n}\`,l,r,s))}var At=16777216;function S(t,e,n){if(n>At)throw new w(\

t,e,\`smaller: it would take \${n} numbers, more than \${At}\`)}function vt({field:t,given:{bias:e=!0}}){if(typeof e!="boole\
\\
an")throw new w(\`\${t}.bias\`,e,"true or false");return e}function M({field:t,given:e},n){let o=Object.keys(e).find(r=>r!=\
=
"kind"&&!n.includes(r));if(o)throw new w(\`\${t}.\${o}\`,e[o],\`left out: a \${e.kind} has \${n.join(" | ")||"no settings"}\`)}f\
unction C({
field:t,given:e},n){if(n.length===3)return n;throw new w(t,e.kind,\`before the layer that flattens: it needs maps, and is\
\\
 given \${n.join("×")} numbers\`)}function St({field:t,given:e},n){if(n.length===1)return n;throw new w(t,e.kind,\`behind \\\

a layer that flattens: it needs numbers in a row, and is given maps of \${n.join("×")}\`)}function at(t,e,n,o){if(n.length\
!==
o)throw new w(\`\${e}.length\`,n.length,String(o));for(let r=0;r<o;r+=1)if(t[r]=n[r],t[r]-t[r]!==0)throw new w(\`\${e}[\${r}]\`\
,
n[r],"a finite number")}var ve=16,Et=4294967296;function E(t){y("seed",t,0,Et-1);let e=new Int32Array([t,t,t,1]),n=()=>S\
e(e),o=()=>n()/Et;for(let r=0;r<
ve;r+=1)n();return{state:e,next:n,uniform:o,between:(r,s)=>r+(s-r)*o(),below:r=>Math.floor(o()*r),normal:()=>Ee(o),shuff\
le:r=>$e(
r,o)}}function Se(t){let[e,n,o,r]=t,s=e+n+r|0;return t[0]=n^n>>>9,t[1]=o+(o<<3),t[2]=(o<<21|o>>>11)+s,t[3]=r+1,s>>>0}fun\
ction Ee(t){
for(;;){let[e,n]=[2*t()-1,2*t()-1],o=e*e+n*n;if(o>0&&o<1)return e*Math.sqrt(-2*_(o)/o)}}function $e(t,e){for(let n=t.len\
gth-
1;n>0;n-=1){let o=Math.floor(e()*(n+1));[t[n],t[o]]=[t[o],t[n]]}return t}function Fe(t,e,n,o){let r=0;for(let s=0;s<e.le\
ngth;s+=1){let a=s*n,{largest:l,sum:c}=$t(t,a,n);r+=_(c)+l-t[a+e[s]];for(let i=0;i<
n;i+=1){let f=v(t[a+i]-l)/c;o[a+i]=(f-(i===e[s]?1:0))/e.length}}return r/e.length}function je(t,e,n,o){let r=0;for(let s\
=0;s<
e.length;s+=1)for(let a=0;a<n;a+=1){let l=s*n+a,c=t[l]-(a===e[s]?1:0);r+=c*c/2,o[l]=c/e.length}return r/e.length}functio\
n $t(t,e,n){
let o=t[e];for(let s=e+1;s<e+n;s+=1)t[s]>o&&(o=t[s]);let r=0;for(let s=e;s<e+n;s+=1)r+=v(t[s]-o);return{largest:o,sum:r}\
}
function lt(t,e){let n=t.slice();for(let o=0;o<t.length;o+=e){let{largest:r,sum:s}=$t(t,o,e);for(let a=o;a<o+e;a+=1)n[a]\
=
v(t[a]-r)/s}return n}var k={cross_entropy:Fe,squared_error:je};var x=t=>t.reduce((e,n)=>e*n,1);function Ft(t,e){return M\
(t,[]),{output:e}}var jt={make:Ft,forward({output:t},{x:e,y:n,count:o}){let r=o*x(t);for(let s=0;s<
r;s+=1)n[s]=(e[s]+Math.abs(e[s]))/2},backward({output:t},{y:e,dy:n,dx:o,count:r}){let s=r*x(t);for(let a=0;o&&a<s;a+=1)o\
[a]=
n[a]*+(e[a]>0)+0}},It={make:Ft,forward({output:t},{x:e,y:n,count:o}){let r=o*x(t);for(let s=0;s<r;s+=1)n[s]=1/(1+v(-e[s]\
))},
backward({output:t},{y:e,dy:n,dx:o,count:r}){let s=r*x(t);for(let a=0;o&&a<s;a+=1)o[a]=n[a]*e[a]*(1-e[a])}};var Nt=1e-5,\
G=.1,Tt={make(t,e,{zeros:n}){M(t,[]);let[o]=e,r=(s,a)=>({name:\`\${t.name}.\${s}\`,shape:[o],values:n(o).fill(a)});
return{output:e,parameters:[r("weight",1),r("bias",0)],running:[r("running_mean",0),r("running_var",1)],scratch:{means:n\
ew Float64Array(
o),scales:new Float64Array(o)}}},forward(t,{x:e,y:n,count:o,training:r}){let{channels:s,positions:a}=B(t);if(r&&o*a<2)th\
row new w(
"pictures",o,"more than one: batch norm has one value a channel, which has no variance");let{means:l,scales:c}=t.scratch\
,
[i,f]=t.parameters;for(let u=0;u<s;u+=1){r?Ie(t,e,o,u):Ne(t,u);let[p,m,h]=[l[u],i.values[u]*c[u],f.values[u]];for(let d=\
0;d<
o;d+=1){let g=(d*s+u)*a;for(let b=g;b<g+a;b+=1)n[b]=(e[b]-p)*m+h}}},backward(t,{x:e,dy:n,dx:o,count:r,training:s},[a,l])\
{
let{channels:c,positions:i}=B(t),{means:f,scales:u}=t.scratch,[p]=t.parameters;for(let m=0;m<c;m+=1){let[h,d]=[f[m],u[m]\
],
[g,b]=Te(t,e,n,r,m);l.values[m]+=g,a.values[m]+=b;let[F,nt]=s?[g/(r*i),b*d/(r*i)]:[0,0];for(let ot=0;o&&ot<r;ot+=1){let \
yt=(ot*
c+m)*i;for(let R=yt;R<yt+i;R+=1)o[R]=p.values[m]*d*(n[R]-F-(e[R]-h)*nt)}}}},B=({input:[t,e=1,n=1]})=>({channels:t,positi\
ons:e*
n});function Ie(t,e,n,o){let{channels:r,positions:s}=B(t),a=n*s,l=(p,m)=>{let h=0;for(let d=0;d<n;d+=1){let g=(d*r+o)*s;\

for(let b=g;b<g+s;b+=1)h+=m===1?e[b]-p:(e[b]-p)*(e[b]-p)}return h},c=l(0,1)/a,i=l(c,2),[f,u]=t.running;f.values[o]=(1-G)\
*
f.values[o]+G*c,u.values[o]=(1-G)*u.values[o]+G*i/(a-1),t.scratch.means[o]=c,t.scratch.scales[o]=1/Math.sqrt(i/a+Nt)}fun\
ction Ne({
running:[t,e],scratch:n},o){n.means[o]=t.values[o],n.scales[o]=1/Math.sqrt(e.values[o]+Nt)}function Te(t,e,n,o,r){let{ch\
annels:s,
positions:a}=B(t),[l,c]=[t.scratch.means[r],t.scratch.scales[r]],[i,f]=[0,0];for(let u=0;u<o;u+=1){let p=(u*s+r)*a;for(l\
et m=p;m<
p+a;m+=1)i+=n[m],f+=n[m]*(e[m]-l)}return[i,f*c]}function H(t,e,n,{zeros:o,random:r}){let s=1/Math.sqrt(n),a=[{name:\`\${t.\
name}.weight\`,shape:e}];return vt(t)&&a.push({name:\`\${t.
name}.bias\`,shape:[e[0]]}),a.map(({name:l,shape:c})=>{let i=o(x(c));for(let f=0;f<i.length;f+=1)i[f]=r.between(-s,s);ret\
urn{
name:l,shape:c,values:i}})}var W=new Float64Array(1024);function I(t,e){e>W.length&&(W=new Float64Array(2*e));for(let n=\
0;n<e;n+=1)W[n]=t[n];return W}
var L=new Float64Array(1024),K=new Int32Array(1024);function A(t,e,n,o,r,s){r>L.length&&([L,K]=[new Float64Array(2*r),ne\
w Int32Array(
2*r)]);for(let a=0;a<o;a+=1){let l=Re(e,e.at+a*e.down,n,r),c=t.at+a*t.down,i=0;for(;i+8<=s;i+=8)_e(t.values,c+i*t.across\
,
t.across,n.values,i*n.across,n.across,l);for(;i<s;i+=1)ze(t.values,c+i*t.across,n.values,i*n.across,l)}}function Re({val\
ues:t,
across:e},n,o,r){let s=0;for(let a=0,l=n,c=o.at;a<r;a+=1,l+=e,c+=o.down)L[s]=t[l],K[s]=c,s+=+(t[l]!==0);return s}functio\
n _e(t,e,n,o,r,s,a){
let l=0,c=0,i=0,f=0,u=0,p=0,m=0,h=0;for(let d=0;d<a;d+=1){let g=L[d],b=K[d]+r;l+=g*o[b],c+=g*o[b+s],i+=g*o[b+2*s],f+=g*o\
[b+
3*s],u+=g*o[b+4*s],p+=g*o[b+5*s],m+=g*o[b+6*s],h+=g*o[b+7*s]}t[e]+=l,t[e+n]+=c,t[e+2*n]+=i,t[e+3*n]+=f,t[e+4*n]+=u,t[e+5\
*
n]+=p,t[e+6*n]+=m,t[e+7*n]+=h}function ze(t,e,n,o,r){let s=0;for(let a=0;a<r;a+=1)s+=L[a]*n[K[a]+o];t[e]+=s}var ke=(t,e=\
1)=>e*(t-1)+1;function Rt(t,e,n=1,o=0,r=1,s=!1){let a=t+2*o-ke(e,r)+(s?n-1:0);if(a<0)return 0;let l=Math.floor(
a/n)+1;return s&&(l-1)*n>=t+o?l-1:l}var ct=4096;function Z(t,[,...e],{stride:n}){let o=U(t,"size",void 0,1,ct),r={size:o\
,stride:U(t,"stride",n==="size"?o:n,
1,ct),padding:U(t,"padding",0,0,ct)},s=e.map((c,i)=>Rt(c,o[i],r.stride[i],r.padding[i])),a=s.findIndex(c=>c<1);if(a<0)re\
turn{
placed:r,positions:s};let l=e[a]+2*r.padding[a];throw new w(\`\${t.field}.size\`,t.given.size,\`at most \${l}, which is what \
\\
the maps before it have room for\`)}function zt({size:t,stride:e,padding:n},[o,r,s],[a,l]){let c=[],i=t[0]*t[1];for(let f\
=0;f<
i;f+=1){let[u,p]=[Math.floor(f/t[1])-n[0],f%t[1]-n[1]],[m,h]=_t(u,e[0],r,a),[d,g]=_t(p,e[1],s,l);for(let b=0;b<o&&g>d;b+\
=
1)for(let F=m;F<h;F+=1){let nt=(b*r+F*e[0]+u)*s+d*e[1]+p;c.push(nt,(F*l+d)*o*i+b*i+f,g-d)}}return Int32Array.from(c)}fun\
ction _t(t,e,n,o){
let r=Math.max(0,Math.ceil(-t/e));return[r,Math.max(r,Math.min(o,Math.floor((n-1-t)/e)+1))]}var Lt={make(t,e,n){M(t,["ke\
rnels","size","stride","padding","bias"]);let o=y(\`\${t.field}.kernels\`,t.given.kernels,1,65536),
{placed:r,positions:s}=Z(t,C(t,e),{stride:1}),a=e[0]*r.size[0]*r.size[1],l=[o,e[0],...r.size];return S(\`\${t.field}.size\`\
,
t.given.size,s[0]*s[1]*a),S(\`\${t.field}.kernels\`,o,o*Math.max(a,s[0]*s[1])),{output:[o,...s],parameters:H(t,l,a,n),place\
d:r,
scratch:{table:zt(r,e,s),windows:new Float64Array(s[0]*s[1]*a),spread:n.zeros(s[0]*s[1]*a)}}},forward(t,{x:e,y:n,count:o\
}){
let{taps:r,positions:s,kernels:a,inputs:l}=J(t),[c,i]=t.parameters,f={values:t.scratch.windows,at:0,down:1,across:r};for\
(let u=0;u<
o;u+=1){let p=u*a*s;for(let h=0;h<a;h+=1)n.fill(i?i.values[h]:0,p+h*s,p+(h+1)*s);kt(t,e,u*l),A({values:n,at:p,down:s,acr\
oss:1},
{values:c.values,at:0,down:r,across:1},f,a,r,s)}},backward(t,{x:e,dy:n,dx:o,count:r},[s,a]){let{taps:l,positions:c,kerne\
ls:i,
inputs:f}=J(t),u={values:t.scratch.windows,at:0,down:l,across:1},p={values:t.scratch.spread,at:0,down:l,across:1},m={val\
ues:I(
t.parameters[0].values,i*l),at:0,down:l,across:1};a&&Le(a.values,n,i,c,r),o?.fill(0,0,r*f);for(let h=0;h<r;h+=1){let d=h\
*
i*c;kt(t,e,h*f);let g={values:n,at:d,down:c,across:1};A({values:s.values,at:0,down:l,across:1},g,u,i,c,l),o&&(p.values.f\
ill(
0),A(p,{values:n,at:d,down:1,across:c},m,c,i,l),Pe(t,o,h*f))}}};function J({input:[t,e,n],output:[o,r,s],placed:{size:a}\
}){
return{taps:t*a[0]*a[1],positions:r*s,kernels:o,inputs:t*e*n}}function Le(t,e,n,o,r){for(let s=0;s<n;s+=1){let a=0;for(l\
et l=0;l<
r;l+=1){let c=(l*n+s)*o;for(let i=c;i<c+o;i+=1)a+=e[i]}t[s]+=a}}function kt(t,e,n){let{table:o,windows:r}=t.scratch,{tap\
s:s}=J(
t),a=t.placed.stride[1];for(let l=0;l<o.length;l+=3){let c=n+o[l],i=o[l+1];for(let f=o[l+2];f>0;f-=1,c+=a,i+=s)r[i]=e[c]\
}}
function Pe(t,e,n){let{table:o,spread:r}=t.scratch,{taps:s}=J(t),a=t.placed.stride[1];for(let l=0;l<o.length;l+=3){let c\
=n+
o[l],i=o[l+1];for(let f=o[l+2];f>0;f-=1,c+=a,i+=s)e[c]+=r[i]}}var Pt={make(t,e){return M(t,[]),{output:[x(e)]}},forward(\
{output:[t]},{x:e,y:n,count:o}){for(let r=0;r<o*t;r+=1)n[r]=e[r]},
backward({output:[t]},{dy:e,dx:n,count:o}){for(let r=0;n&&r<o*t;r+=1)n[r]=e[r]}};var $=(t,e)=>({values:t,at:0,down:e,acr\
oss:1}),qt=(t,e)=>({values:t,at:0,down:1,across:e}),Dt={make(t,e,n){M(t,["units",
"bias"]);let o=y(\`\${t.field}.units\`,t.given.units,1,65536),[r]=St(t,e);return S(\`\${t.field}.units\`,o,o*r),{output:[o],pa\
rameters:H(
t,[o,r],r,n)}},forward({input:[t],output:[e],parameters:[n,o]},{x:r,y:s,count:a}){s.fill(0,0,a*e);for(let l=0;o&&l<a*e;l\
+=
1)s[l]=o.values[l%e];A($(s,e),$(r,t),qt(I(n.values,e*t),t),a,t,e)},backward({input:[t],output:[e],parameters:[n]},{x:o,d\
y:r,
dx:s,count:a},[l,c]){A($(l.values,t),qt(r,e),$(I(o,a*t),t),e,a,t);for(let i=0;c&&i<a*e;i+=1)c.values[i%e]+=r[i];s&&(s.fi\
ll(
0,0,a*t),A($(s,t),$(r,e),$(I(n.values,e*t),t),a,e,t))}};function Ut(t,e){M(t,["size","stride","padding"]);let{placed:n,p\
ositions:o}=Z(t,C(t,e),{stride:"size"});if(n.padding.some(
(s,a)=>2*s>n.size[a]))throw new w(\`\${t.field}.padding\`,t.given.padding,\`at most half the size, \${n.size.join("×")}\`);ret\
urn{
output:[e[0],...o],placed:n,scratch:{table:De(n,e,o)}}}var Ct={make:Ut,forward(t,{x:e,y:n,count:o}){let r=qe(t,n),{colum\
ns:s,
plane:a,planes:l,table:c}=Q(t,o);for(let i=0,f=0;i<l;i+=1)for(let u=0;u<c.length;u+=3,f+=1){let p=i*a+c[u],m=p+c[u+1]*s,\

h=p;for(let d=p;d<m;d+=s)for(let g=d;g<d+c[u+2];g+=1)(e[g]>e[h]||Number.isNaN(e[g]))&&(h=g);r[f]=h,n[f]=e[h]}},backward(\
t,{
dy:e,dx:n,count:o}){if(!n)return;let{winners:r}=t.scratch,{plane:s,planes:a,table:l}=Q(t,o);n.fill(0,0,a*s);for(let c=0;\
c<
a*l.length/3;c+=1)n[r[c]]+=e[c]}},Gt={make:Ut,forward(t,{x:e,y:n,count:o}){let{columns:r,plane:s,planes:a,table:l,share:\
c}=Q(
t,o);for(let i=0,f=0;i<a;i+=1)for(let u=0;u<l.length;u+=3,f+=1){let p=i*s+l[u],m=p+l[u+1]*r,h=0;for(let d=p;d<m;d+=r)for\
(let g=d;g<
d+l[u+2];g+=1)h+=e[g];n[f]=h*c}},backward(t,{dy:e,dx:n,count:o}){if(!n)return;let{columns:r,plane:s,planes:a,table:l,sha\
re:c}=Q(
t,o);n.fill(0,0,a*s);for(let i=0,f=0;i<a;i+=1)for(let u=0;u<l.length;u+=3,f+=1){let p=i*s+l[u],m=p+l[u+1]*r;for(let h=p;\
h<
m;h+=r)for(let d=h;d<h+l[u+2];d+=1)n[d]+=e[f]*c}}};function qe({scratch:t},e){return t.winners.length<e.length&&(t.winne\
rs=
new Int32Array(e.length)),t.winners}function De({size:t,stride:e,padding:n},[,o,r],[s,a]){let l=[];for(let c=0;c<s*a;c+=\

1){let[i,f]=[Math.floor(c/a)*e[0]-n[0],c%a*e[1]-n[1]],[u,p]=[Math.max(0,i),Math.max(0,f)];l.push(u*r+p,Math.min(o,i+t[0]\
)-
u,Math.min(r,f+t[1])-p)}return Int32Array.from(l)}function Q({input:[t,e,n],placed:{size:o},scratch:{table:r}},s){return\
{
columns:n,plane:e*n,planes:s*t,table:r,share:1/(o[0]*o[1])}}var N={conv:Lt,batch_norm:Tt,relu:jt,sigmoid:It,max_pool:Ct,\
average_pool:Gt,flatten:Pt,linear:Dt};var it=[.9,.999],Ue=1e-8;function Ce(t,e,{rate:n,decay:o}){for(let r=0;r<t.length;\
r+=1)t[r]-=n*(e[r]+o*t[r])}function Ge(t,e,{
rate:n,momentum:o,decay:r},{updates:s,first:a},l){let c=a[l],i=s===1?0:o;for(let f=0;f<t.length;f+=1)c[f]=i*c[f]+e[f]+r*\

t[f],t[f]-=n*c[f]}function Be(t,e,{rate:n,decay:o},{first:r,second:s,powers:a},l){let[c,i]=[r[l],s[l]],[f,u]=it,[p,m]=[n\
/
(1-a[0]),Math.sqrt(1-a[1])];for(let h=0;h<t.length;h+=1){let d=e[h]+o*t[h];c[h]=f*c[h]+(1-f)*d,i[h]=u*i[h]+(1-u)*d*d,t[h\
]-=
p*c[h]/(Math.sqrt(i[h])/m+Ue)}}var ft={sgd:Ce,momentum:Ge,adam:Be};function Bt(t,e){let n=()=>e.map(({values:s})=>s.slic\
e().
fill(0)),[o,r]=[t==="sgd"?[]:n(),t==="adam"?n():[]];return{optimizer:t,updates:0,first:o,second:r,powers:[1,1]}}function\
 Ht(t){
t.updates+=1,t.powers=[t.powers[0]*it[0],t.powers[1]*it[1]]}function ut({spec:{input:t}},e){let n=x(t),o=e.length/n;if(N\
umber.isInteger(o)&&o>0)return o;throw new w("pictures.lengt\\
h",e.length,\`a multiple of \${n}, which is \${t.join("×")}\`)}function pt(t,e,n){let o=ut(t,e),{values:r}=He(t,o);return at\
(
r[0],"pictures",e,e.length),t.layers.forEach((s,a)=>{N[s.kind].forward(s,{x:r[a],y:r[a+1],count:o,training:n})}),o}funct\
ion Wt(t,e,n,o){
let{layers:r,buffers:{values:s,deltas:a}}=t,l=t.parameters.map(({name:i,shape:f,values:u})=>({name:i,shape:f,values:u.sl\
ice().
fill(0)})),c=l.length;for(let i=r.length-1;i>=0;i-=1){let f=r[i],u=l.slice(c-f.parameters.length,c);c-=u.length;let p=i>\

0||o?a[i]:null,m={x:s[i],y:s[i+1],dy:a[i+1],dx:p,count:e,training:n};N[f.kind].backward(f,m,u)}return l}function He(t,e)\
{
let{buffers:n,layers:o,spec:r}=t;if(e<=n.capacity)return n;let s=[r.input,...o.map(({output:c})=>c)],a=r.precision==="do\
\\
uble"?Float64Array:Float32Array,l=()=>s.map(c=>new a(e*x(c)));return t.buffers={capacity:e,values:l(),deltas:l()}}functi\
on V({
layers:t},e,n){return t.map(({name:o,kind:r,output:s},a)=>({name:o,kind:r,shape:[n,...s],values:e[a+1].slice(0,n*x(s))})\
)}
function Kt(t,e){let{values:n,deltas:o}=t.buffers,r=o[0].slice(0,e*x(t.spec.input));return{values:V(t,n,e),deltas:V(t,o,\

e),pictureDeltas:r}}var We=Object.keys(N),Ke=Object.keys(k),Ze=Object.keys(ft);function Zt(t,e){let o=z("precision",t.pr\
ecision??"single",["\\
single","double"])==="double"?Float64Array:Float32Array,r={zeros:a=>new o(a),random:E(e)},s=Je(t,r);return{spec:t,layers\
:s,
parameters:s.flatMap(a=>a.parameters),running:s.flatMap(a=>a.running),memory:null,buffers:{capacity:0,values:[],deltas:[\
]}}}
function Je({input:t,layers:e},n){if(!Array.isArray(t)||t.length!==3)throw new w("input",t,"[channels, rows, columns]");\

if(!Array.isArray(e)||e.length===0)throw new w("layers",e,"a list of at least one layer");let o=t.map((r,s)=>y(\`input[\${\
s}\\
]\`,r,1,4096));return S("input",t,x(o)),e.map((r,s)=>{let a=Qe(r,s,o,n);return o=a.output,a})}function Qe(t,e,n,o){let r=\
\`\\
layers[\${e}]\`,s=z(\`\${r}.kind\`,t?.kind,We),a=String(e),{scratch:l,...c}=N[s].make({field:r,name:a,given:{...t}},n,o),f={.\
..{
table:new Int32Array(0),windows:new Float64Array(0),spread:o.zeros(0),winners:new Int32Array(0)},means:new Float64Array(\

0),scales:new Float64Array(0),...l};return{kind:s,name:a,input:n,parameters:[],running:[],placed:{size:[],stride:[],padd\
ing:[]},
...c,scratch:f}}function X(t,e,{training:n=!1}={}){let o=pt(t,e,n);return V(t,t.buffers.values,o)}function Jt(t,e,n,{los\
s:o="\\
cross_entropy",training:r=!0,keep:s=!1}={}){let a=k[z("loss",o,Ke)],l=Ve(t);Xe(n,ut(t,e),l);let c=pt(t,e,r),i=t.layers.l\
ength,
{values:f,deltas:u}=t.buffers,p=f[i].slice(0,c*l);return{loss:a(p,n,l,u[i]),outputs:p,gradients:Wt(t,c,r,s),...s?Kt(t,c)\
:
{}}}function Qt(t,e,{optimizer:n="sgd",rate:o,momentum:r=.9,decay:s=0}){let a=z("optimizer",n,Ze),l={rate:j("rate",o,0),\
momentum:j(
"momentum",r,0),decay:j("decay",s,0)},{parameters:c}=t;if(!(e.length===c.length&&c.every(({values:u},p)=>e[p].values.len\
gth===
u.length)))throw new w("gradients",e.map(({values:u})=>u.length),\`of the lengths \${c.map(({values:u})=>u.length)}\`);t.me\
mory?.
optimizer!==a&&(t.memory=Bt(a,c));let{memory:f}=t;Ht(f),c.forEach(({values:u},p)=>ft[a](u,e[p].values,l,f,p))}function V\
e({
layers:t}){let{output:e}=t[t.length-1];if(e.length===1)return e[0];throw new w("layers",e,"ended by numbers in a row, on\
\\
e a class: flatten, then linear")}function Xe(t,e,n){if(t.length!==e)throw new w("labels.length",t.length,\`\${e}, one a p\
\\
icture\`);for(let o=0;o<e;o+=1)y(\`labels[\${o}]\`,t[o],0,n-1)}var Ye=64,Vt=100;function Xt({spec:t,seed:e,training:n,heldOu\
t:o}){let r=Zt(t,e);if(n.labels.length===0)throw new w("tra\\
ining",0,"at least one picture");let s=Uint32Array.from(n.labels.keys()),a=E((e^24301)>>>0),l={network:r,training:n,held\
Out:o,
random:a,order:s,at:s.length,update:0},c=ee(l);return{...l,last:c,history:[c],apart:1,ended:null}}function Yt(t,{batch:e\
,
loss:n,...o}){if(y("batch",e,1,4096),t.ended!==null)return null;let{pictures:r,labels:s}=tn(t,e),a=Jt(t.network,r,s,{los\
s:n});
if(Qt(t.network,a.gradients,o),!Number.isFinite(a.loss)||!nn(t.network))return Y(t,t.last),t.ended=t.update,null;t.updat\
e+=
1,t.last=ee(t),en(t);let l=a.outputs.length/s.length,c=re(oe(a.outputs,s,l),l);return{update:t.update,loss:a.loss,accura\
cy:c/
s.length,gradients:a.gradients}}function te({network:t},{pictures:e,labels:n},{loss:o="cross_entropy",most:r=1/0}={}){le\
t s=Math.
min(r,n.length);if(s===0)return null;let a=e.length/n.length,l=t.layers[t.layers.length-1].output[0],[c,i]=[new Float32A\
rray(
s*l),new Float32Array(s*l)];for(let p=0;p<s;p+=Vt){let m=X(t,e.subarray(p*a,Math.min(s,p+Vt)*a));c.set(m[m.length-1].val\
ues,
p*l)}let f=n.subarray(0,s),u=oe(c,f,l);return{loss:k[o](c,f,l,i),accuracy:re(u,l)/s,confusion:u,outputs:c}}function Y(t,\
e){
let{network:n}=t;n.parameters.forEach(({values:o},r)=>o.set(e.weights[r])),n.running.forEach(({values:o},r)=>o.set(e.run\
ning[r])),
n.memory=ne(e.memory),t.random.state.set(e.chance),t.order.set(e.order),[t.at,t.update,t.last,t.ended]=[e.at,e.update,e,\

null]}function tn(t,e){let{training:{pictures:n,labels:o},order:r}=t,s=n.length/o.length;t.at>=r.length&&(t.random.shuff\
le(
r),t.at=0);let a=r.subarray(t.at,Math.min(r.length,t.at+e));t.at+=a.length;let l={pictures:new Float32Array(a.length*s),\

labels:new Uint8Array(a.length)};return a.forEach((c,i)=>{l.pictures.set(n.subarray(c*s,(c+1)*s),i*s),l.labels[i]=o[c]})\
,
l}function ee({network:t,random:e,order:n,at:o,update:r}){return{update:r,weights:t.parameters.map(({values:s})=>s.slice\
()),
running:t.running.map(({values:s})=>s.slice()),memory:ne(t.memory),chance:e.state.slice(),order:n.slice(),at:o}}function\
 ne(t){
if(t===null)return null;let e=n=>n.map(o=>o.slice());return{...t,first:e(t.first),second:e(t.second),powers:[...t.powers\
]}}
function en(t){t.update%t.apart===0&&(t.history.push(t.last),!(t.history.length<Ye)&&(t.apart*=2,t.history=t.history.fil\
ter(
({update:e})=>e%t.apart===0)))}var nn=({parameters:t})=>t.every(({values:e})=>e.every(Number.isFinite));function oe(t,e,\
n){
let o=new Uint32Array(n*n);return e.forEach((r,s)=>{o[r*n+on(t.subarray(s*n,(s+1)*n))]+=1}),o}function re(t,e){return t.\

reduce((n,o,r)=>n+(r%(e+1)===0?o:0),0)}var on=t=>t.indexOf(Math.max(...t));var rn=25,sn=8,ht=({network:{layers:t}})=>t[t\
.length-1].output[0];function P(t){let e=ht(t);return{update:t.update,at:0,
loss:0,confusion:new Uint32Array(e**2),outputs:new Float32Array(e*t.heldOut.labels.length)}}function se(t,e){let{picture\
s:n,
labels:o}=e.heldOut,[r,s]=[n.length/o.length,Math.min(o.length,t.at+rn)],a=te(e,{pictures:n.subarray(t.at*r,s*r),labels:\
o.
subarray(t.at,s)});return a!==null&&(t.loss+=a.loss*(s-t.at),a.confusion.forEach((l,c)=>{t.confusion[c]+=l}),t.outputs.s\
et(
a.outputs,t.at*ht(e))),t.at=s,s<o.length?null:an(t,e)}function an({update:t,loss:e,confusion:n,outputs:o},r){let[s,a]=[h\
t(
r),r.heldOut.labels.length],l=n.reduce((f,u,p)=>f+(p%(s+1)===0?u:0),0),i=Array.from({length:a},(f,u)=>mt(r,u,o.subarray(\

u*s,(u+1)*s))).filter(({label:f,said:u})=>f!==u).sort((f,u)=>f.right-u.right);return{update:t,loss:e/a,accuracy:l/a,conf\
usion:n,
worst:i.slice(0,sn)}}function mt({heldOut:{pictures:t,labels:e}},n,o){let r=lt(o,o.length),s=Math.max(0,r.indexOf(Math.m\
ax(
...r))),[a,l]=[t.length/e.length,e[n]];return{picture:n,label:l,said:s,share:r[s],right:r[l],pixels:t.slice(n*a,(n+1)*a)\
}}function ae({run:t,batches:e},n){e.length>=2e3||e.push(t.order.slice(n>=t.order.length?0:n,t.at))}function le({run:t,s\
ide:e,
losses:n,accuracies:o,held:r,batches:s},a){let l=a.length,c=t.network.parameters.map(({name:i,shape:f},u)=>[i,{shape:[l,\

...f],values:Float32Array.from(a.flatMap(({weights:p})=>[...p[u]]))}]);return{losses:T(n),accuracies:T(o),held_updates:T\
(
r.map(({update:i})=>i)),held_losses:T(r.map(({loss:i})=>i)),held_accuracies:T(r.map(({accuracy:i})=>i)),moments:T(a.map(\

({update:i})=>i)),...Object.fromEntries(c),pictures:{shape:[t.training.labels.length,1,e,e],values:t.training.pictures},\

labels:{shape:[t.training.labels.length],values:t.training.labels},batches:ln(s)}}var T=t=>({shape:[t.length],values:Flo\
at64Array.
from(t)});function ln(t){let e=Math.max(0,...t.map(({length:o})=>o)),n=new Int32Array(t.length*e).fill(-1);return t.forE\
ach(
(o,r)=>n.set(o,r*e)),{shape:[t.length,e],values:n}}var ce=32;function dt({shape:t,values:e},n){let[o,r]=t.length===4?t.s\
lice(2):[n,n],s=Math.min(ce,t[0]);return{count:s,rows:o,
columns:r,values:Float32Array.from(e.subarray(0,s*o*r))}}function ie({network:t,heldOut:{pictures:e,labels:n}},o){let r=\
e.
length/n.length;return X(t,e.subarray(o*r,(o+1)*r))}function fe(t,e){return ie(t,e).filter(({kind:o,shape:r})=>(o==="rel\
\\
u"||o==="sigmoid")&&r.length===4).map(({shape:[,o,r,s],values:a})=>{let l=Math.min(ce,o);return{count:l,rows:r,columns:s\
,
values:Float32Array.from(a.subarray(0,l*r*s))}})}var ue=(t,e)=>mt(t,e,Float32Array.from(ie(t,e).at(-1).values));var pe=[\
8,64],cn=1e5,he=[.17,.32],me=1,de=[.6,1],ge=.2,q=.28,gt=.98,fn=Math.sqrt(3)/2,we={disc:(t,e)=>Math.sqrt(t*t+e*e)-
1,ring:(t,e)=>Math.abs(Math.sqrt(t*t+e*e)-(1-q/2))-q/2,square:(t,e)=>tt(t,e,.7,.7),cross:(t,e)=>Math.min(tt(t,e,gt,q/1.6\
),
tt(t,e,q/1.6,gt)),triangle:(t,e)=>Math.max(fn*Math.abs(t)-e/2,e)-.5,bar:(t,e)=>tt(t,e,gt,q/1.6)},D=Object.keys(we),tt=(t\
,e,n,o)=>Math.
max(Math.abs(t)-n,Math.abs(e)-o);function wt({side:t,count:e,noise:n=.15},o){y("side",t,pe[0],pe[1]),y("count",e,1,cn),j\
(
"noise",n,0);let r=E(o),s=new Float32Array(e*t*t),a=new Uint8Array(e);for(let l=0;l<e;l+=1){a[l]=r.below(D.length);let c\
=s.
subarray(l*t*t,(l+1)*t*t);un(c,t,D[a[l]],pn(r,t)),mn(c,n,r)}return{side:t,classes:[...D],pictures:s,labels:a}}function u\
n(t,e,n,{
row:o,column:r,radius:s,tilt:[a,l],ink:c}){let i=we[n];for(let f=0;f<e;f+=1)for(let u=0;u<e;u+=1){let[p,m]=[(u+.5-r)/s,(\
f+
.5-o)/s],h=.5-s*i(a*p+l*m,a*m-l*p);t[f*e+u]+=c*Math.min(1,Math.max(0,h))}}function pn(t,e){let n=e*t.between(he[0],he[1]\
),
[o,r]=[n+me,e-n-me],[s,a]=[t.between(o,r),t.between(o,r)];return{row:s,column:a,radius:n,tilt:hn(t),ink:t.between(de[0],\

de[1])}}function hn(t){let e=t.between(-ge,ge),n=Math.sqrt(1+e*e);return[1/n,e/n]}function mn(t,e,n){for(let o=0;o<t.len\
gth;o+=
1)t[o]=Math.min(1,Math.max(0,t[o]+e*n.normal()))}var dn=2654435769,be={shapes:{classes:D,make:({side:t,count:e,noise:n,s\
eed:o},r)=>({training:wt({side:t,count:e,noise:n},
o),heldOut:wt({side:t,count:r,noise:n},(o^dn)>>>0)})}};var gn=30,wn=50,bn=9,et=1e5;function ye(t){let e={host:t,begun:0,\
waiting:!1,toldAt:-1/0};return{take:o=>{if(o.kind==="be\\
gin")yn(e,o);else{if(e.begun===0)return;o.kind==="settings"?e.settings=o.settings:o.kind==="go"?xn(e,o.until):o.kind==="\
\\
pause"?xe(e):o.kind==="keep"?e.host.post({begun:e.begun,arrays:le(e,bt(e))}):o.kind==="look"?e.picture=o.picture:On(e,o.\

moment)}e.heard=!0,Me(e)}}}function yn(t,{spec:e,data:n,settings:o}){let{training:r,heldOut:s}=be[n.source].make(n,n.hel\
dOut),
a=Xt({spec:e,seed:n.seed,training:r,heldOut:s}),l={losses:[],accuracies:[],held:[],batches:[],verdict:null,gradients:nul\
l,
told:0,latest:a.last};Object.assign(t,{run:a,settings:o,side:n.side,running:!1,until:et,picture:0,...l,cost:0,judgedAt:0\
}),
t.begun+=1,t.judging=P(a)}function xn(t,e=et){let{run:n,latest:o}=t;n.ended!==null&&Y(n,n.last),n.update<o.update&&Mn(t)\
,
Object.assign(t,{running:n.update<Math.min(et,e),until:Math.min(et,e)})}function Mn(t){let{run:e}=t;e.history=e.history.\

filter(({update:n})=>n<=e.update),t.held=t.held.filter(({update:n})=>n<=e.update),t.losses.length=t.accuracies.length=e.\

update,t.batches.length=Math.min(t.batches.length,e.update),t.told=Math.min(t.told,e.update),t.latest=e.last}function xe\
(t){
t.running=!1;let{judging:e,verdict:n,run:o}=t;e===null&&n?.update!==o.update&&(t.judging=P(o))}var bt=({run:t,latest:e})\
=>t.
history.includes(e)?t.history:[...t.history,e];function On(t,e){let n=bt(t);Y(t.run,n[Math.max(0,Math.min(n.length-1,e))\
]),
Object.assign(t,{running:!1,gradients:null,judging:P(t.run)})}function Me(t){t.waiting||(t.waiting=!0,t.host.later(()=>A\
n(
t)))}function An(t){let{host:e}=t;t.waiting=!1;let n=e.now();do if(t.judging!==null)vn(t);else if(t.running)Sn(t);else b\
reak;while(e.
now()-n<gn);let o=t.judging!==null||t.running;(!o||t.heard||e.now()-t.toldAt>=wn)&&En(t),o&&Me(t)}function vn(t){let{hos\
t:e,
run:n}=t,o=e.now(),r=se(t.judging,n);if(t.spent=(t.spent??0)+e.now()-o,r===null)return;Object.assign(t,{verdict:r,judgin\
g:null,
cost:t.spent,spent:0,judgedAt:e.now()});let{update:s,loss:a,accuracy:l}=r;s>(t.held.at(-1)?.update??-1)&&t.held.push({up\
date:s,
loss:a,accuracy:l})}function Sn(t){let{run:e,host:n,settings:o}=t;if(e.update>(t.verdict?.update??-1)&&n.now()-t.judgedA\
t>=
bn*t.cost){t.judging=P(e);return}let r=e.at,s=Yt(e,o);s!==null&&(ae(t,r),t.losses.push(s.loss),t.accuracies.push(s.accur\
acy),
Object.assign(t,{gradients:s.gradients,latest:e.last})),(s===null||e.update>=t.until)&&xe(t)}function En(t){let{host:e,r\
un:n,
told:o,losses:r,accuracies:s,held:a,verdict:l,gradients:c,picture:i,side:f,running:u,settings:p}=t;Object.assign(t,{told\
At:e.
now(),told:r.length,heard:!1}),e.post({begun:t.begun,running:u,update:n.update,until:t.until,ended:n.ended,side:f,held:a\
,
verdict:l,epoch:Math.ceil(n.training.labels.length/p.batch),tip:t.latest.update,moments:bt(t).map(({update:m})=>m),from:\
o,
losses:Float64Array.from(r.slice(o)),accuracies:Float64Array.from(s.slice(o)),kernels:dt(n.network.parameters[0],f),grad\
ients:c&&
dt(c[0],f),features:fe(n,i),chosen:ue(n,i),settled:!u&&t.judging===null})}var $n=ye({post:t=>postMessage(t),now:()=>perf\
ormance.now(),later:t=>setTimeout(t,0)});addEventListener("message",({data:t})=>$n.
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
({data})=>"arrays"in data?handFile(stage.root,`${stage.words.file}.npz`,npz(data.arrays)):hear2(stage,data),worker.onerror=
()=>{stage.problem=stage.words.failed,stage.redraw()},URL.revokeObjectURL(address),worker}var send=(stage,order)=>stage.
worker?.postMessage(order),settingsOf2=({optimizer,rate:rate2,batch,decay})=>({optimizer,rate:rate2,batch,decay}),possible=({
view,limits:limits2})=>counted(view,SOURCES[view.source].classes.length,limits2).problem==="";function begin(stage){let{
view,limits:limits2}=stage;if(stage.worker??=workerOf(stage),Object.assign(stage,{now:null,playing:!1,mixed:!1,rerun:0,curves:{
losses:[],accuracies:[]}}),!possible(stage)){send(stage,{kind:"pause"}),stage.begun=-Math.abs(stage.begun);return}let{source,
side,count,noise,seed}=view;stage.begun=Math.abs(stage.begun)+1;let spec=specOf(view,SOURCES[source].classes.length);send(
stage,{kind:"begin",spec,data:{source,side,count,noise,seed,heldOut:limits2.held_out},settings:settingsOf2(view)})}function start(stage,until){
stage.note="",stage.playing=!0,send(stage,{kind:"go",until})}function pause(stage,note){stage.note=note,send(stage,{kind:"\
pause"})}function hear2(stage,state){if(state.begun!==stage.begun)return;let{losses,accuracies}=stage.curves;losses.length=
accuracies.length=Math.min(losses.length,state.from);for(let at=0;at<state.losses.length;at+=1)losses.push(state.losses[at]),
accuracies.push(state.accuracies[at]);stage.now=state,state.tip===0&&stage.note===""&&(stage.aloud.said=null),state.settled&&
rested(stage,state),stage.soon()}function rested(stage,state){let{limits:limits2,mixed:mixed2,playing}=stage;if(Object.assign(
stage,{playing:!1,rerun:0}),!playing)return;let updates=mixed2||state.update>limits2.updates?0:state.update;stage.move({
updates})}function actions(stage){let now=()=>stage.now;return{change:changed=>change(stage,changed),refuse:problem=>{stage.
problem=problem,stage.redraw()},toggle:()=>now().running?pause(stage,""):start(stage),step:()=>start(stage,now().update+
1),epoch:()=>start(stage,now().update+now().epoch),again:()=>change(stage,{}),keep:kind=>{kind==="npz"?send(stage,{kind:"\
keep"}):handFile(stage.root,`${stage.words.file}.csv`,lines(stage.curves,now().held,COLUMNS.map(name=>stage.words[name])))},
look:picture2=>send(stage,{kind:"look",picture:picture2}),scrub:moment=>{stage.playing=!0,send(stage,{kind:"scrub",moment})}}}
function change(stage,changed){let{words,now}=stage,far=(now?.tip??0)>0;stage.problem="",Object.assign(stage.view,changed),
Object.keys(changed).length>0&&Object.keys(changed).every(name=>ON_THE_WAY.includes(name))?(Object.assign(stage,{mixed:stage.
mixed||far,note:far?words.goes_on:""}),far&&(stage.view.updates=0),send(stage,{kind:"settings",settings:settingsOf2(stage.
view)})):(begin(stage),stage.note=far?words[Object.keys(changed).length?"starts_anew":"at_the_start"]:"",stage.view.updates=
0),stage.settle()}function draw2(stage){let{rate:rate2,updates,...rest}=stage.view,key=JSON.stringify(rest);stage.built!==
key&&buildControls(stage,actions(stage)),stage.built=key,showRate(stage)}function mark(stage){let{find,words,problem,curves}=stage;
for(let name of[".maps",".looked"])find(name).hidden=stage.now===null;stage.widths=Object.fromEntries(["loss","kernels",
"features"].map(name=>[name,breadth(find(`.${name}`))])),showRun(stage,possible(stage)),find(".problem").textContent=problem,
drawCurves(stage),find(".legend").textContent=put(words.legend,{count:whole(together(curves.losses.length))}),drawMaps(stage),
showJudged(stage,actions(stage))}function describe2(stage){return possible(stage)?[ending(stage),stage.note,senseless(stage),
standing2(stage),doing(stage),seen(stage)].filter(Boolean).join(" "):stage.words.impossible}function aloud(stage){return[
ending(stage),stage.note,senseless(stage),standing2(stage),doing(stage),seen(stage),stage.problem]}function table({shared,
words,view,now}){if(!now?.held.length)return[];let columns=[words.update,words.loss,words.accuracy],{held}=now,line2=at=>[
whole(held[at].update),neat(held[at].loss,0),percent(words,held[at].accuracy)];return[tableOfLines(shared,put(words.table,
{classes:classNames(words,view).length}),columns,{count:held.length,at:held.length-1,line:line2})]}function picture({find,
words,now}){let places=[".loss",".accuracy",".kernels",".chosen",...[...find(".features").children].map((_,at)=>`.featur\
es figure:nth-child(${at+1})`)];return{file:words.file,title:put(words.title,{updates:whole(now?.update??0)}),figures:figuresIn(
places.map(name=>find(name)))}}export{stage_default as default};
