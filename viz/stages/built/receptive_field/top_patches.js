var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row+step[0],column+step[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last=layout.
count-1;if(key==="Home")return Math.min(0,last);if(key==="End")return last;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last,at+(key==="PageDown"?layout.page:-layout.page)));let step=arrow(
key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at+step[0]*downwards(layout)+step[1];
return to>=0&&to<=last?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1;function press({layout,at,go:go2,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.
key],to=own===void 0&&layout&&at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(
event),to!==null&&go2?.(to))}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark2=>mark2==="."?marks.decimal:mark2===","?marks.group:"−");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({values,shape:[
rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=opaque(
values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.
width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=px(width),canvas.style.
height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,
height),context}function place(context,source,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,context.
imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}function sizeOf({rows,columns},side){let longest2=Math.max(
rows,columns);return[Math.max(1,Math.round(side*columns/longest2)),Math.max(1,Math.round(side*rows/longest2))]}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
let{kind,value}=event.detail??{},{[kind]:named2={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named2,value)?named2[value]:
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
...element.childNodes].map(({textContent})=>textContent).join(" ");function makeButton(name,label,act,sign=null){let button=Object.assign(made("button",sign??label),{type:"button",className:name,
onclick:act});return sign!==null&&button.setAttribute("aria-label",label),sign!==null&&button.setAttribute("title",label),
button}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,
!0)}function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
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
return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole({parcels:keys=[],...found},data){let named2=keys.
map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named2.map(piece=>piece.planes),found.planes);return Object.
assign({},...named2,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=data,!(data instanceof
Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.parcels??[]],missing=keys.
filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(keys.map((key,at)=>[key,
found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits("fetching","");let lost=()=>holder.
awaited===data&&waits("lost","");Promise.all(keys.map(key=>parcel(key,ending.visit,lost))).then(ready,()=>holder.awaited===
data&&waits("failed",ending.missing??ending.words?.missing??""))}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element){
let style=getComputedStyle(element),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.entries(
NAMES).map(([name,named2])=>[name,style.getPropertyValue(`--st-${named2}`).trim()]);return{...Object.fromEntries(found),
...forced,ink:style.color,family:style.fontFamily}}var WHITE={text:"#16171d",ink:"#16171d",paper:"#ffffff",ground:"#f4f4\
f7",line:"#d9d9e2"},still=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches;var LATE=100;function makePlayer(stage,play){let frame2=0,hide=()=>{document.hidden&&stop()},drop=()=>{cancelAnimationFrame(
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
definition),stage.soon=()=>soon(stage,definition);let told2=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told2(),rest),stage.settle=(change2={})=>{Object.assign(stage.view,change2),
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
onWhite&&redraw(stage,definition))}function follow(stage,{mark:mark2,describe:describe3,aloud,region=".readout"}){mark2?.(
stage);let said=describe3?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud||said!==null)&&hear(stage.aloud,
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
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest)}}function buildControls({find,words,channels,counts},act){let bar=find(".controls");bar.setAttribute("aria-label",words.controls);
let input=Object.assign(document.createElement("input"),{type:"number",name:"channel",min:0,max:channels-1,step:1});input.
onchange=()=>act.channel(Number(input.value));let step=document.createElement("span");step.className="step";let label=document.
createElement("label");label.append(words.channel,input),step.append(makeButton("back",words.back,()=>act.step(-1),"‹"),
label),step.append(makeButton("on",words.on,()=>act.step(1),"›"),put(words.of,{last:channels-1}));let save2=makeButton(
"save",words.save_png,act.save);bar.replaceChildren(step,makeCounts(words,counts,act),save2)}function makeCounts(words,counts,act){
let select=Object.assign(document.createElement("select"),{name:"count"});for(let count of counts)select.add(new Option(
String(count),String(count)));select.onchange=()=>act.count(Number(select.value));let label=document.createElement("labe\
l");return label.append(words.count,select),label}function showControls({find,view,channels}){find("input[name=channel]").
value=view.channel,find("select[name=count]").value=view.count,allow(find(".back"),view.channel!==0),allow(find(".on"),view.
channel!==channels-1)}function patchesOf({planes},channel,count){let[,most]=planes.values.shape,found=[];for(let rank=0;rank<Math.min(count,most);rank+=
1){let at=channel*most+rank,[row,column]=[planes.rows.values[at],planes.columns.values[at]];if(row===65535)break;let box=boxOf(
planes,row,column);found.push({rank,value:planes.values.values[at],row,column,source:planes.sources.values[at],box})}return found}
function boxOf({row_spans:rows,column_spans:columns},row,column){let[top,bottom]=rows.values.subarray(row*2,row*2+2),[left,
right]=columns.values.subarray(column*2,column*2+2);return{top,left,bottom,right}}var longest=patches=>patches.reduce((most,{
box})=>Math.max(most,box.bottom-box.top,box.right-box.left),1);function arrange(count,width,height,{gap,below,smallest,largest}){
let best={across:1,side:0};for(let across=1;across<=Math.max(1,count);across+=1){let down=Math.ceil(count/across),wide=(width-
(across-1)*gap)/across-gap,side=Math.floor(Math.min(wide,(height-(down-1)*gap)/down-below,largest));side>=best.side&&(best=
{across,side})}return best.side>=smallest?best:{across:Math.max(1,Math.floor((width+gap)/(smallest+2*gap))),side:smallest}}var NARROW=640,AROUND=84,TILES={gap:8,below:34,smallest:76,largest:190},[SMALLEST_PICTURE,LARGEST_PICTURE,BESIDE]=[220,320,
200],[THIN,SMALLEST_BOX]=[1,4],stage_default=makeStage({root:".patches",narrow:NARROW,open,take,draw,mark,describe:describe2,
table,told,picture});function open(stage){stage.root.onkeydown=event=>{let keys={PageDown:()=>actions(stage).step(1),PageUp:()=>actions(
stage).step(-1)},inList=stage.find(".list").contains(event.composedPath()[0]);press({keys,...inList?walking(stage):{}},event)},
stage.find(".go").onclick=()=>go(stage,stage.marked)}var walking=stage=>({layout:()=>({kind:"tiles",count:stage.list.length,
across:stage.tiles.across}),at:()=>stage.marked,go:rank=>{markPatch(stage,rank),stage.find(".list").children[rank].focus()}});
function take(stage,anew){anew&&Object.assign(stage,{marked:0,confirmed:null}),stage.canvases=stage.pictures.map((_,index)=>pictureCanvas(
stage.planes[`picture${index}`])),buildControls(stage,actions(stage))}function actions(stage){let channel=number=>change(
stage,{channel:Math.max(0,Math.min(stage.channels-1,Math.round(number)||0))});return{channel,step:by=>channel(stage.view.
channel+by),count:count=>change(stage,{count}),save:stage.save}}function change(stage,changed){Object.assign(stage,{marked:0,
confirmed:null}),stage.settle(changed)}function told({view,serial}){return{...view,serial}}function go(stage,rank){let{row,
column,source}=stage.list[rank];stage.tellOf("gone",{...told(stage),picture:stage.pictures[source].key,row,column})}function draw(stage){
let{find,view,words}=stage;showControls(stage),stage.list=patchesOf(stage,view.channel,view.count);let room=breadth(find(
".strongest"));stage.tiles=arrange(stage.list.length,room,Math.max(300,stage.room-AROUND),TILES);let holder=find(".list");
holder.style.gridTemplateColumns=`repeat(${stage.tiles.across}, ${px(stage.tiles.side+TILES.gap)})`,holder.setAttribute(
"aria-label",put(words.list,{channel:view.channel}));let focused=holder.contains(stage.root.getRootNode().activeElement);
holder.replaceChildren(...stage.list.map(patch=>makePatch(stage,patch)));let none=find(".none");none.hidden=stage.list.length>
0,none.textContent=put(stage.several?words.none_all:words.none,{channel:view.channel}),stage.marked=Math.min(stage.marked,
Math.max(0,stage.list.length-1)),focused&&holder.children[stage.marked]?.focus()}function makePatch(stage,patch){let button=document.
createElement("button");button.type="button",button.innerHTML='<span class="tile"><canvas></canvas></span><b></b><small>\
</small>',part(button,"b").textContent=say(patch.value,0),part(button,"small").textContent=stage.several?stage.pictures[patch.
source].label:"",button.setAttribute("aria-label",named(stage,patch));let{side}=stage.tiles;Object.assign(part(button,".\
tile").style,{width:px(side),height:px(side)});let{top,left,bottom,right}=patch.box,zoom=side/longest(stage.list),[wide,
tall]=[(right-left)*zoom,(bottom-top)*zoom],context=fit(part(button,"canvas"),wide,tall);return place(context,stage.canvases[patch.
source],[left,top,right-left,bottom-top],[0,0,wide,tall]),button.onpointerenter=button.onfocus=()=>markPatch(stage,patch.
rank),button.onpointerdown=event=>stage.byTouch=event.pointerType!=="mouse"&&stage.confirmed!==patch.rank,button.onclick=
()=>choose(stage,patch.rank),button}function choose(stage,rank){markPatch(stage,rank),stage.byTouch?(stage.byTouch=!1,stage.
confirmed=rank):go(stage,rank)}var ends=({top,left,bottom,right})=>({top,left,bottom:bottom-1,right:right-1});function named(stage,{
rank,value,row,column,source,box}){let picture2=stage.pictures[source].label,place_={rank:rank+1,row,column,picture:picture2,
channel:stage.view.channel,...ends(box)};return put(stage.words.patch,{...place_,value:say(value,0)})}function markPatch(stage,rank){
stage.marked=rank,stage.follow()}function mark(stage){let rank=stage.marked,patch=stage.list[rank];[...stage.find(".list").
children].forEach((button,index)=>{button.classList.toggle("marked",index===rank),button.tabIndex=index===rank?0:-1}),stage.
find(".go").hidden=patch===void 0,drawPicture(stage,patch)}function drawPicture(stage,patch){let source=patch?.source??0,
[rows,columns]=stage.planes[`picture${source}`].shape,size=sizeOf({rows,columns},pictureSide(stage)),[canvas,marks2]=stage.
find(".place").querySelectorAll("canvas");place(fit(canvas,...size),stage.canvases[source],[0,0,columns,rows],[0,0,...size]),
stage.find(".place figcaption").textContent=stage.pictures[source].label;let context=fit(marks2,...size),[across,down]=[
size[0]/columns,size[1]/rows],outline=({box:{top,left,bottom,right}},thick)=>{let inset=thick/2+1,[wide,tall]=[(right-left)*
across,(bottom-top)*down].map(long=>Math.max(SMALLEST_BOX,long-2*inset));frame(context,left*across+inset,top*down+inset,
wide,tall,stage.theme.accent,thick)};for(let other of stage.list)other.source===source&&other!==patch&&outline(other,THIN);
patch&&outline(patch,3),canvas.setAttribute("aria-label",patch?named(stage,patch):stage.pictures[source].label)}function pictureSide({
find,room}){let tall=Math.max(SMALLEST_PICTURE,Math.min(LARGEST_PICTURE,room-BESIDE));return Math.min(tall,breadth(find(
".place")))}function describe2(stage){let patch=stage.list[stage.marked];if(patch===void 0)return"";let value=put(stage.
words.value,{value:say(patch.value,0),rank:patch.rank+1,count:stage.list.length}),place_={row:patch.row,column:patch.column,
picture:stage.pictures[patch.source].label,...ends(patch.box)};return[made("b",value),put(stage.words.sees,place_)]}function table({
shared,words,view,list,pictures,marked:marked2}){let columns=["table_patch","table_value","table_row","table_column","ta\
ble_rows","table_columns","table_picture"].map(name=>words[name]);return[tableOfLines(shared,put(words.table_list,view),
columns,{count:list.length,at:marked2,line:rank=>{let{value,row,column,source,box}=list[rank],{top,left,bottom,right}=ends(
box);return[String(rank+1),say(value,0),String(row),String(column),`${top}–${bottom}`,`${left}–${right}`,pictures[source].
label]}})]}function picture({find,captions,view}){let figures=[...find(".list").querySelectorAll("button")].map(button=>({
canvases:[part(button,"canvas")],caption:[...button.querySelectorAll("b, small")].map(({textContent})=>textContent).filter(
Boolean).join(" · ")})),whole2={canvases:[...find(".place").querySelectorAll("canvas")],caption:find("figcaption").textContent};
return{file:`${captions.file}-${view.channel}`,title:put(captions.title,{channel:view.channel}),figures:[whole2,...figures]}}export{stage_default as default};
