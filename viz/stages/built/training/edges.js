var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole4,name)=>values[name]??whole4),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark=>mark==="."?marks.decimal:mark===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,"").
replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,","));
function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}
var simple=number=>marked(String(number));function bindGrip(element,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take2=event=>(forget(),
held=grip.take(event)!==!1,held&&element.setPointerCapture(event.pointerId),held),release=(event,kept2)=>{forget(),held&&
grip.release?.(event,kept2),held=!1};element.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take2(
event);forget(),waiting2=event,timer=setTimeout(()=>take2(event),350)}},element.onpointermove=event=>{if(waiting2!==null){
let[across2,along]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across2,along)<=
8)return;if(along>across2)return forget();take2(waiting2)}held?grip.pull(event):grip.pass?.(event)},element.onpointerup=
event=>{waiting2!==null&&take2(waiting2),release(event,!0)},element.onpointercancel=event=>release(event,!1),keepHeld(element,
()=>held)}function keepHeld(element,held){Object.assign(element.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",
webkitTouchCallout:"none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element.addEventListener(
"touchmove",prevent,{passive:!1}),element.addEventListener("contextmenu",prevent)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function bindPointer(element,act){if(act.drags)return bindDrag(element,act);element.onpointermove=event=>{act.look?.(act.
at(event),event)},element.onpointerleave=event=>{act.look?.(null,event)},element.onclick=event=>{chooseAt(act,event)}}function chooseAt(act,event){
let found=act.at(event);found!==null&&act.choose?.(found,event)}function bindDrag(element,act){let held=!1;bindGrip(element,
{take:event=>(held=act.grab?.(event)!==!1,held&&chooseAt(act,event),held),pull:event=>chooseAt(act,event),pass:event=>event.
pointerType==="mouse"&&act.look?.(act.at(event),event),release:()=>{held=!1,act.drop?.()}}),element.onpointerleave=event=>{
held||act.look?.(null,event)}}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintValues(values,[bottom,top],palette,count=values.length){let pixels=new Uint32Array(values.length),slope=top>
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
imageSmoothingEnabled=width<sw,context.imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes4,widest){let places=[],[left,
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
bases())try{let answer2=await fetch(new URL(`payload/${key}`,base),{headers:{"x-visit":visit}});if(answer2.ok&&answer2.headers.
get("content-type")?.startsWith(KIND))return held.base=base,new Uint8Array(await answer2.arrayBuffer())}catch{}return null}
function bases(){let{origin,pathname}=new URL(document.baseURI),inside2=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.
endsWith("/")?[inside2]:[inside2,`${origin}${pathname}/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show2){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show2(key,kind):askBeside(stage,key,()=>show2(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show2){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show2()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row2=Object.values(stage.ahead?.layer??{}),at=row2.
indexOf(key);at<0||(stage.lull=setTimeout(()=>{for(let next of[row2[at+1],row2[at-1]])next!==void 0&&fetchAhead(stage,next)},
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
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}function makeTransport(words,{name,label,min},act){
let group=Object.assign(document.createElement("span"),{className:"transport"}),slider=Object.assign(document.createElement(
"input"),{type:"range",name,min:String(min),step:"1"});return slider.setAttribute("aria-label",label),slider.oninput=()=>act.
show(Number(slider.value)),group.append(makeButton("play",words.play,act.play,"▶"),makeButton("back",words.back,()=>act.
step(-1),"−"),slider,makeButton("on",words.on,()=>act.step(1),"+")),group}function showTransport(find,words,{at,max,said,
playing}){let slider=find(".transport input");Object.assign(slider,{max,value:at}),slider.setAttribute("aria-valuetext",
said);let play=find(".transport .play");play.textContent=playing?"❚❚":"▶";for(let name of["aria-label","title"])play.
setAttribute(name,playing?words.pause:words.play);play.setAttribute("aria-pressed",String(!!playing)),allow(find(".trans\
port .back"),at>Number(slider.min)),allow(find(".transport .on"),at<max)}var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show2=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show2();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show2,PATIENCE2)},
PATIENCE2)}var isOlder=({shown:shown2,visit,hash,done},ending)=>shown2!==null&&ending.visit===visit&&ending.hash!==hash&&
ending.knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{
visit:theirs,hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
brought.map(name=>[name,preparePalette(planes[name].values)]))}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header2=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
Uint8Array?whole2(unpack(behind(data)),data):{visit:"",knows:0,hash:JSON.stringify(data),planes:{}}}function behind(data){
let length=new DataView(data.buffer,data.byteOffset+data.length-4).getUint32(0,!0);return data.subarray(data.length-4-length,
data.length-4)}function opened(data){if(!(data instanceof Uint8Array))return unpack(data);let found=whole2(unpack(data),
data);return{...found,planes:{...found.planes,...endingOf(data).planes}}}function whole2({parcels:keys=[],...found},data){
let named=keys.map(key=>unpack(pieces.get(data)?.get(key))),planes=Object.assign({},...named.map(piece=>piece.planes),found.
planes);return Object.assign({},...named,found,{planes})}function arrive(holder,data,show2,waits=()=>{}){if(holder.awaited=
data,!(data instanceof Uint8Array))return show2([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.
parcels??[]],missing=keys.filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(
keys.map((key,at)=>[key,found[at]]))),waits("",""),show2(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
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
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells,row2)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row2===at[0]?at[1]:null))),table2.append(title,head,body),
table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){let row2=document.createElement(
"tr");return row2.append(...cells),at!==null&&(at<0?row2:cells[at+1])?.setAttribute("aria-current","true"),row2}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var SETTLE=250;function makeStage(own){let definition=own,{event,relays}=definition;return mountStage(parent=>openStage(
parent,definition),(stage,data,keys)=>receive(stage,data,keys,definition),{event,leave:stage=>{stage.unforesee?.(),globalThis.
removeEventListener?.(MOVED,stage.moved),definition.leave?.(stage)},relays})}function openStage(parentElement,definition){
let root=parentElement.querySelector(definition.root),stage={root,received:null,view:null,hovered:null,timer:0,frame:0,playing:!1};
stage.find=selector=>root.querySelector(selector),stage.redraw=()=>redraw(stage,definition),stage.follow=()=>follow(stage,
definition),stage.soon=()=>soon(stage,definition);let told=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest=>stage.later(()=>stage.playing?null:told(),rest),stage.settle=(change={})=>{Object.assign(stage.view,change),
stage.redraw(),stage.tellSoon()},stage.move=(change,tells=!0)=>{Object.assign(stage.view,change),stage.follow(),tells&&stage.
tellSoon()},stage.hover=place2=>{JSON.stringify(place2)!==JSON.stringify(stage.hovered)&&(stage.hovered=place2,stage.soon())},
stage.save=()=>save(stage,definition);let button=root.querySelector('button[data-say="save_png"]');button!==null&&(button.
onclick=stage.save),definition.plays&&(stage.player=makePlayer(stage,definition.plays(stage))),definition.foresees&&(stage.
unforesee=foresee(stage,(key,kind)=>showAhead(stage,key,kind,definition))),definition.open?.(stage);let{table:table2}=definition;
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
onWhite&&redraw(stage,definition))}function follow(stage,{mark,describe:describe3,aloud,region=".readout"}){mark?.(stage);
let said=describe3?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud||said!==null)&&hear(stage.aloud,aloud?
aloud(stage):textOf(stage.find(region))),stage.tables&&followTables(stage.tables)}function soon(stage,definition){stage.
received===null||stage.frame!==0||(stage.frame=requestAnimationFrame(()=>{stage.frame=0,stage.root.clientWidth>0&&follow(
stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave:leave2=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show2=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show2(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show2,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave2(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make3,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make3();value!==null&&stage.tell(value)},rest)}}function buildControls({find,words,options},act){find(".run").replaceChildren(makeTransport(words,{name:"moment",label:words.
moment,min:0},act));for(let[name,values]of Object.entries(options)){let select=find(`select[name=${name}]`);select.replaceChildren(
...values.map(value=>Object.assign(made("option",words[`${name}_${value}`]),{value}))),select.onchange=()=>act.choose(name,
select.value)}}function showControls({find,view,words,options,updates,playing},said){for(let name of Object.keys(options))
find(`select[name=${name}]`).value=view[name];showTransport(find,words,{at:view.moment,max:updates.length-1,said,playing})}var FONT2=14,NARROWEST=200,GAP2=8,NAME=18;function plot(canvas,{width:wished,height,margin,theme,across:across2,updates,low=0,high}){let width=Math.max(NARROWEST,
wished),context=fit(canvas,width,height),[left,right,top,bottom]=[margin.left,width-margin.right,margin.top,height-margin.
bottom];return Object.assign(context,{font:`${FONT2}px ${theme.family}`,fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1}),
{context,theme,left,right,top,bottom,width,height,x:update=>left+(across2?across2(update):update/updates)*(right-left),y:value=>bottom-
(Math.max(low,Math.min(high,value))-low)/(high-low)*(bottom-top)}}function drawGrid({context,theme,left,right,top,bottom,
height,x,y},{lines,marks:marks2,name=""}){Object.assign(context,{fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1,
textAlign:"right",textBaseline:"middle"});for(let[value,said]of lines)stroke(context,[[left,y(value)],[right,y(value)]]),
context.fillText(said,left-GAP2,Math.max(top,FONT2/2,y(value)));Object.assign(context,{textAlign:"center",textBaseline:"\
top"});for(let[update,said]of marks2)context.fillText(said,inside(x(update),context.measureText(said).width,right+GAP2),
bottom+5);name&&context.fillText(name,(left+right)/2,height-NAME)}var inside=(middle,wide,edge)=>Math.min(middle,edge-wide/
2);function drawLine({context,x,y},spots,{colour,wide=2,dash=[]}){let drawn=spots.filter(([,value])=>Number.isFinite(value)).
map(([update,value])=>[x(update),y(value)]);return Object.assign(context,{strokeStyle:colour,lineWidth:wide}),context.setLineDash(
dash),stroke(context,drawn),context.setLineDash([]),drawn.at(-1)??null}function drawDots({context,x,y},spots,{colour,radius=3.5}){
context.fillStyle=colour;for(let[update,value]of spots)Number.isFinite(value)&&(context.beginPath(),context.arc(x(update),
y(value),radius,0,2*Math.PI),context.fill())}function drawMoment({context,theme,top,bottom,x},update){Object.assign(context,
{strokeStyle:theme.ink,lineWidth:1}),stroke(context,[[x(update),bottom],[x(update),top]])}function stroke(context,places){context.beginPath();for(let[x,y]of places)context.lineTo(x,y);context.stroke()}var ACROSS=8,MOST_MAPS=48,MAPS_ACROSS=16,GAP3=1,LARGEST=44,MIDDLE=127.5;function kernelsAt({planes},moment){let{values,shape:[
,count,channels,rows,columns]}=planes.kernels,size=channels*rows*columns;return{values:values.subarray(moment*count*size,
(moment+1)*count*size),count,size,rows,columns}}function largestOf(values){let largest=0;for(let at=0;at<values.length;at+=
1)largest=Math.max(largest,Math.abs(values[at]));return largest}function drawKernels(stage){let{find,view,planes,words,updates}=stage,
found=kernelsAt(stage,view.moment),shared=largestOf(planes.kernels.values),lines=Math.ceil(found.count/ACROSS),[columns,
rows]=[ACROSS*(found.columns+GAP3)-GAP3,lines*(found.rows+GAP3)-GAP3],pixels=new Uint32Array(rows*columns);for(let kernel=0;kernel<
found.count;kernel+=1){let own=found.values.subarray(kernel*found.size,(kernel+1)*found.size),[top,left]=[Math.floor(kernel/
ACROSS)*(found.rows+GAP3),kernel%ACROSS*(found.columns+GAP3)],scale=view.scale==="own"?largestOf(own):shared;for(let cell=0;cell<
found.rows*found.columns;cell+=1){let at=(top+Math.floor(cell/found.columns))*columns+left+cell%found.columns;pixels[at]=
colourOf(own,cell,found.rows*found.columns,scale)}}let width=breadth(find(".kernels .plane")),height=Math.round(width*rows/
columns),canvas=find(".kernels canvas");place(fit(canvas,width,height),canvasOf(pixels,rows,columns),[0,0,columns,rows],
[0,0,width,height]),canvas.setAttribute("aria-label",put(words.kernels_alt,{count:found.count,update:updates[view.moment]}))}
function colourOf(kernel,cell,cells,scale){let[red,green,blue]=[0,1,2].map(channel=>Math.round(MIDDLE+MIDDLE*kernel[channel*
cells+cell]/(scale||1)));return(255<<24|blue<<16|green<<8|red)>>>0}function drawMaps(stage,answer2){let{find,view,words,
palettes}=stage,side=Math.min(LARGEST,Math.floor(breadth(find(".maps .plane"))/MAPS_ACROSS)),canvas=find(".maps canvas"),
context=fit(canvas,side*MAPS_ACROSS,side*Math.ceil(MOST_MAPS/MAPS_ACROSS)),{values,shape:[count,rows,columns]}=answer2?.
maps[view.layer]??{values:new Float32Array(0),shape:[0,0,0]},shown2=Math.min(MOST_MAPS,count);for(let map=0;map<shown2;map+=
1){let own=values.subarray(map*rows*columns,(map+1)*rows*columns),pixels=paintValues(own,[0,largestOf(own)||1],palettes.
sequential),to=[map%MAPS_ACROSS*side,Math.floor(map/MAPS_ACROSS)*side,side-2,side-2];place(context,canvasOf(pixels,rows,
columns),[0,0,columns,rows],to)}canvas.setAttribute("aria-label",put(words.maps_alt,{shown:shown2,count,layer:words[`lay\
er_${view.layer}`]}))}var BARS=132,NAMES2=112,VALUES=56,MARGIN2={left:44,right:12};function drawBars(stage){let{find,view,planes,words,layers,
theme,updates}=stage,{values,shape:[,count]}=planes[view.beside],now=[...values].slice(view.moment*count,(view.moment+1)*
count),canvas=find(".bars canvas"),width=breadth(find(".bars")),context=fit(canvas,width,BARS);Object.assign(context,{font:`\
14px ${theme.family}`,fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1}),view.beside==="gradients"?drawLayers(context,
now,{layers,width,largest:largestOf(values),accent:theme.accent,ink:theme.ink}):drawChannels(context,now,{width,largest:largestOf(
values),accent:theme.accent}),find(".bars h2").textContent=words[`bars_${view.beside}`],canvas.setAttribute("aria-label",
put(words.bars_alt,{what:words[`beside_${view.beside}`],update:whole(updates[view.moment])}))}function drawLayers(context,now,{
layers,width,largest,accent,ink}){let line2=BARS/now.length;context.textBaseline="middle",now.forEach((value,layer)=>{let middle=(layer+
.5)*line2,long=value/largest*(width-NAMES2-VALUES);Object.assign(context,{fillStyle:ink,textAlign:"left"}),context.fillText(
layers[layer],0,middle),context.fillText(neat(value,0),NAMES2+long+6,middle),context.fillStyle=accent,context.fillRect(NAMES2,
middle-line2/2+2,long,line2-4)})}function drawChannels(context,now,{width,largest,accent}){let around2=Math.min(...now)<
0||now.length===0,tall=BARS-24,zero=around2?12+tall/2:12+tall,unit2=(around2?tall/2:tall)/largest,step=(width-MARGIN2.left-
MARGIN2.right)/now.length;Object.assign(context,{textAlign:"right",textBaseline:"middle"});for(let value of around2?[-largest,
0,largest]:[0,largest])context.fillText(neat(value,0),MARGIN2.left-8,zero-value*unit2);stroke(context,[[MARGIN2.left,zero],
[width-MARGIN2.right,zero]]),context.fillStyle=accent,now.forEach((value,channel)=>context.fillRect(MARGIN2.left+channel*
step+1,zero-Math.max(0,value)*unit2,step-2,Math.abs(value)*unit2))}var HEIGHT=190,MARGIN3={left:44,right:12,top:10,bottom:40},TENS=[0,1,10,100,1e3],LINES=[0,.25,.5,.75,1],TOP={loss:4,accuracy:1},
across=(update,last)=>Math.log1p(update)/Math.log1p(last);function momentAt({find,updates},x){let share=(x-MARGIN3.left)/
(breadth(find(".course .plane"))-MARGIN3.left-MARGIN3.right),last=updates[updates.length-1],away=updates.map(update=>Math.
abs(across(update,last)-share));return away.indexOf(Math.min(...away))}function drawCurves(stage){let{find,view,updates,
planes,words,theme}=stage,canvas=find(".course canvas"),[last,high]=[updates[updates.length-1],TOP[view.curve]],drawing=plot(
canvas,{width:breadth(find(".course .plane")),height:HEIGHT,margin:MARGIN3,theme,updates:last,across:update=>across(update,
last),high});drawGrid(drawing,{...gridOf(high,last),name:words.update}),drawLine(drawing,[...planes[view.curve].values].
map((value,update)=>[update,value]),{colour:theme.line,wide:1});let held=[...planes[`held_out_${view.curve}`].values].map(
(value,moment)=>[updates[moment],value]);drawLine(drawing,held,{colour:theme.accent}),drawMoment(drawing,updates[view.moment]),
drawDots(drawing,[held[view.moment]],{colour:theme.ink,radius:5}),find(".course h2").textContent=words[`course_${view.curve}`],
canvas.setAttribute("aria-label",put(words.course_alt,{what:words[`curve_${view.curve}`],update:whole(updates[view.moment])}))}
var gridOf=(high,last)=>({lines:LINES.map(part2=>[part2*high,high===1?decimal(part2,2):simple(part2*high)]),marks:[...TENS,
last].map(update=>[update,whole(update)])});var LN2_HIGH=.6931471803691238,LN2_LOW=19082149292705877e-26,FACTORIAL=inverseFactorials(13),ODD=Array.from({length:11},
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
a whole number from ${low} to ${high}`)}function oneOf(field,value,known){let found=known.find(each=>each===value);if(found!==void 0)return found;throw new Refused(
field,value,`one of ${known.join(" | ")}`)}function both({field,given},name,otherwise,low,high){let value=given[name]??otherwise;
if(!Array.isArray(value))return new Array(2).fill(whole3(`${field}.${name}`,value,low,high));if(value.length!==2)throw new Refused(
`${field}.${name}`,value,"a whole number, or [rows, columns]");return value.map(each=>whole3(`${field}.${name}`,each,low,
high))}var MOST=16777216;function roomy(field,value,count){if(count>MOST)throw new Refused(field,value,`smaller: it woul\
d take ${count} numbers, more than ${MOST}`)}function withBias({field,given:{bias=!0}}){if(typeof bias!="boolean")throw new Refused(
`${field}.bias`,bias,"true or false");return bias}function onlyFields({field,given},known){let strange=Object.keys(given).
find(name=>name!=="kind"&&!known.includes(name));if(strange)throw new Refused(`${field}.${strange}`,given[strange],`left\
 out: a ${given.kind} has ${known.join(" | ")||"no settings"}`)}function maps({field,given},input){if(input.length===3)return input;
throw new Refused(field,given.kind,`before the layer that flattens: it needs maps, and is given ${input.join("×")} numb\
ers`)}function row({field,given},input){if(input.length===1)return input;throw new Refused(field,given.kind,`behind a la\
yer that flattens: it needs numbers in a row, and is given maps of ${input.join("×")}`)}function into(buffer,field,values,count){
if(values.length!==count)throw new Refused(`${field}.length`,values.length,String(count));for(let at=0;at<count;at+=1)if(buffer[at]=
values[at],buffer[at]-buffer[at]!==0)throw new Refused(`${field}[${at}]`,values[at],"a finite number")}var WARMING=16,WORDS=4294967296;function generator(seed){whole3("seed",seed,0,WORDS-1);let state=new Int32Array([seed,seed,
seed,1]),next=()=>mixed(state),uniform=()=>next()/WORDS;for(let round=0;round<WARMING;round+=1)next();return{state,next,
uniform,between:(low,high)=>low+(high-low)*uniform(),below:bound=>Math.floor(uniform()*bound),normal:()=>normal(uniform),
shuffle:items=>shuffled(items,uniform)}}function mixed(state){let[a,b,c,counter]=state,sum=a+b+counter|0;return state[0]=
b^b>>>9,state[1]=c+(c<<3),state[2]=(c<<21|c>>>11)+sum,state[3]=counter+1,sum>>>0}function normal(uniform){for(;;){let[x,
y]=[2*uniform()-1,2*uniform()-1],square=x*x+y*y;if(square>0&&square<1)return x*Math.sqrt(-2*log(square)/square)}}function shuffled(items,uniform){
for(let last=items.length-1;last>0;last-=1){let other=Math.floor(uniform()*(last+1));[items[last],items[other]]=[items[other],
items[last]]}return items}function crossEntropy(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<labels.length;picture2+=1){let begin2=picture2*
classes,{largest,sum}=softened(outputs,begin2,classes);total+=log(sum)+largest-outputs[begin2+labels[picture2]];for(let unit2=0;unit2<
classes;unit2+=1){let share=exp(outputs[begin2+unit2]-largest)/sum;dy[begin2+unit2]=(share-(unit2===labels[picture2]?1:0))/
labels.length}}return total/labels.length}function squaredError(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<
labels.length;picture2+=1)for(let unit2=0;unit2<classes;unit2+=1){let at=picture2*classes+unit2,over=outputs[at]-(unit2===
labels[picture2]?1:0);total+=over*over/2,dy[at]=over/labels.length}return total/labels.length}function softened(outputs,begin2,classes){
let largest=outputs[begin2];for(let at=begin2+1;at<begin2+classes;at+=1)outputs[at]>largest&&(largest=outputs[at]);let sum=0;
for(let at=begin2;at<begin2+classes;at+=1)sum+=exp(outputs[at]-largest);return{largest,sum}}function softmax(outputs,classes){
let shares=outputs.slice();for(let begin2=0;begin2<outputs.length;begin2+=classes){let{largest,sum}=softened(outputs,begin2,
classes);for(let at=begin2;at<begin2+classes;at+=1)shares[at]=exp(outputs[at]-largest)/sum}return shares}var LOSSES={cross_entropy:crossEntropy,
squared_error:squaredError};var sizeOf=shape=>shape.reduce((product,length)=>product*length,1);function make(asked3,input){return onlyFields(asked3,[]),{output:input}}var relu={make,forward({output},{x,y,count}){let end=count*
sizeOf(output);for(let at=0;at<end;at+=1)y[at]=(x[at]+Math.abs(x[at]))/2},backward({output},{y,dy,dx,count}){let end=count*
sizeOf(output);for(let at=0;dx&&at<end;at+=1)dx[at]=dy[at]*+(y[at]>0)+0}},sigmoid={make,forward({output},{x,y,count}){let end=count*
sizeOf(output);for(let at=0;at<end;at+=1)y[at]=1/(1+exp(-x[at]))},backward({output},{y,dy,dx,count}){let end=count*sizeOf(
output);for(let at=0;dx&&at<end;at+=1)dx[at]=dy[at]*y[at]*(1-y[at])}};var EPSILON=1e-5,MOMENTUM=.1,batchNorm={make(asked3,input,{zeros}){onlyFields(asked3,[]);let[channels]=input,filled=(part2,value)=>({
name:`${asked3.name}.${part2}`,shape:[channels],values:zeros(channels).fill(value)});return{output:input,parameters:[filled(
"weight",1),filled("bias",0)],running:[filled("running_mean",0),filled("running_var",1)],scratch:{means:new Float64Array(
channels),scales:new Float64Array(channels)}}},forward(layer,{x,y,count,training}){let{channels,positions}=sizes(layer);
if(training&&count*positions<2)throw new Refused("pictures",count,"more than one: batch norm has one value a channel, wh\
ich has no variance");let{means,scales}=layer.scratch,[gamma,beta]=layer.parameters;for(let channel=0;channel<channels;channel+=
1){training?measure2(layer,x,count,channel):recall(layer,channel);let[mean,slope,shift]=[means[channel],gamma.values[channel]*
scales[channel],beta.values[channel]];for(let picture2=0;picture2<count;picture2+=1){let begin2=(picture2*channels+channel)*
positions;for(let at=begin2;at<begin2+positions;at+=1)y[at]=(x[at]-mean)*slope+shift}}},backward(layer,{x,dy,dx,count,training},[
dGamma,dBeta]){let{channels,positions}=sizes(layer),{means,scales}=layer.scratch,[gamma]=layer.parameters;for(let channel=0;channel<
channels;channel+=1){let[mean,scale]=[means[channel],scales[channel]],[sum,weighted]=sums(layer,x,dy,count,channel);dBeta.
values[channel]+=sum,dGamma.values[channel]+=weighted;let[share,tilt]=training?[sum/(count*positions),weighted*scale/(count*
positions)]:[0,0];for(let picture2=0;dx&&picture2<count;picture2+=1){let begin2=(picture2*channels+channel)*positions;for(let at=begin2;at<
begin2+positions;at+=1)dx[at]=gamma.values[channel]*scale*(dy[at]-share-(x[at]-mean)*tilt)}}}},sizes=({input:[channels,rows=1,
columns=1]})=>({channels,positions:rows*columns});function measure2(layer,x,count,channel){let{channels,positions}=sizes(
layer),values=count*positions,moment=(centre,power)=>{let sum=0;for(let picture2=0;picture2<count;picture2+=1){let begin2=(picture2*
channels+channel)*positions;for(let at=begin2;at<begin2+positions;at+=1)sum+=power===1?x[at]-centre:(x[at]-centre)*(x[at]-
centre)}return sum},mean=moment(0,1)/values,squares=moment(mean,2),[means,variances]=layer.running;means.values[channel]=
(1-MOMENTUM)*means.values[channel]+MOMENTUM*mean,variances.values[channel]=(1-MOMENTUM)*variances.values[channel]+MOMENTUM*
squares/(values-1),layer.scratch.means[channel]=mean,layer.scratch.scales[channel]=1/Math.sqrt(squares/values+EPSILON)}function recall({
running:[means,variances],scratch},channel){scratch.means[channel]=means.values[channel],scratch.scales[channel]=1/Math.
sqrt(variances.values[channel]+EPSILON)}function sums(layer,x,dy,count,channel){let{channels,positions}=sizes(layer),[mean,
scale]=[layer.scratch.means[channel],layer.scratch.scales[channel]],[sum,weighted]=[0,0];for(let picture2=0;picture2<count;picture2+=
1){let begin2=(picture2*channels+channel)*positions;for(let at=begin2;at<begin2+positions;at+=1)sum+=dy[at],weighted+=dy[at]*
(x[at]-mean)}return[sum,weighted*scale]}function initial(asked3,shape,inputs,{zeros,random}){let bound=1/Math.sqrt(inputs),drawn=[{name:`${asked3.name}.weight`,
shape}];return withBias(asked3)&&drawn.push({name:`${asked3.name}.bias`,shape:[shape[0]]}),drawn.map(({name,shape:own})=>{
let values=zeros(sizeOf(own));for(let index=0;index<values.length;index+=1)values[index]=random.between(-bound,bound);return{
name,shape:own,values}})}var doubled=new Float64Array(1024);function inDouble(values,count){count>doubled.length&&(doubled=new Float64Array(2*count));
for(let at=0;at<count;at+=1)doubled[at]=values[at];return doubled}var weights=new Float64Array(1024),begins=new Int32Array(
1024);function addProduct(out,a,b,rows,inner,columns){inner>weights.length&&([weights,begins]=[new Float64Array(2*inner),
new Int32Array(2*inner)]);for(let row2=0;row2<rows;row2+=1){let count=gather(a,a.at+row2*a.down,b,inner),to=out.at+row2*
out.down,column=0;for(;column+8<=columns;column+=8)addEight(out.values,to+column*out.across,out.across,b.values,column*b.
across,b.across,count);for(;column<columns;column+=1)addOne(out.values,to+column*out.across,b.values,column*b.across,count)}}
function gather({values,across:across2},start,b,inner){let count=0;for(let term=0,from=start,begin2=b.at;term<inner;term+=
1,from+=across2,begin2+=b.down)weights[count]=values[from],begins[count]=begin2,count+=+(values[from]!==0);return count}
function addEight(out,to,step,b,from,across2,count){let s0=0,s1=0,s2=0,s3=0,s4=0,s5=0,s6=0,s7=0;for(let term=0;term<count;term+=
1){let weight=weights[term],at=begins[term]+from;s0+=weight*b[at],s1+=weight*b[at+across2],s2+=weight*b[at+2*across2],s3+=
weight*b[at+3*across2],s4+=weight*b[at+4*across2],s5+=weight*b[at+5*across2],s6+=weight*b[at+6*across2],s7+=weight*b[at+
7*across2]}out[to]+=s0,out[to+step]+=s1,out[to+2*step]+=s2,out[to+3*step]+=s3,out[to+4*step]+=s4,out[to+5*step]+=s5,out[to+
6*step]+=s6,out[to+7*step]+=s7}function addOne(out,to,b,from,count){let sum=0;for(let term=0;term<count;term+=1)sum+=weights[term]*
b[begins[term]+from];out[to]+=sum}var spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room2=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room2<0)return 0;let count=Math.floor(room2/stride)+
1;return ceil&&(count-1)*stride>=size+padding?count-1:count}var LARGEST2=4096;function placedOn(asked3,[,...axes],{stride}){let size=both(asked3,"size",void 0,1,LARGEST2),placed={size,
stride:both(asked3,"stride",stride==="size"?size:stride,1,LARGEST2),padding:both(asked3,"padding",0,0,LARGEST2)},positions=axes.
map((length,axis)=>outputSize(length,size[axis],placed.stride[axis],placed.padding[axis])),none=positions.findIndex(count=>count<
1);if(none<0)return{placed,positions};let room2=axes[none]+2*placed.padding[none];throw new Refused(`${asked3.field}.siz\
e`,asked3.given.size,`at most ${room2}, which is what the maps before it have room for`)}function runs({size,stride,padding},[
channels,rows,columns],[down,across2]){let found=[],taps=size[0]*size[1];for(let tap=0;tap<taps;tap+=1){let[above2,beside]=[
Math.floor(tap/size[1])-padding[0],tap%size[1]-padding[1]],[top,bottom]=within(above2,stride[0],rows,down),[left,right]=within(
beside,stride[1],columns,across2);for(let channel=0;channel<channels&&right>left;channel+=1)for(let row2=top;row2<bottom;row2+=
1){let from=(channel*rows+row2*stride[0]+above2)*columns+left*stride[1]+beside;found.push(from,(row2*across2+left)*channels*
taps+channel*taps+tap,right-left)}}return Int32Array.from(found)}function within(tap,stride,length,count){let first=Math.
max(0,Math.ceil(-tap/stride));return[first,Math.max(first,Math.min(count,Math.floor((length-1-tap)/stride)+1))]}var convolution={make(asked3,input,making){onlyFields(asked3,["kernels","size","stride","padding","bias"]);let kernels=whole3(
`${asked3.field}.kernels`,asked3.given.kernels,1,65536),{placed,positions}=placedOn(asked3,maps(asked3,input),{stride:1}),
taps=input[0]*placed.size[0]*placed.size[1],shape=[kernels,input[0],...placed.size];return roomy(`${asked3.field}.size`,
asked3.given.size,positions[0]*positions[1]*taps),roomy(`${asked3.field}.kernels`,kernels,kernels*Math.max(taps,positions[0]*
positions[1])),{output:[kernels,...positions],parameters:initial(asked3,shape,taps,making),placed,scratch:{table:runs(placed,
input,positions),windows:new Float64Array(positions[0]*positions[1]*taps),spread:making.zeros(positions[0]*positions[1]*
taps)}}},forward(layer,{x,y,count}){let{taps,positions,kernels,inputs}=sizes2(layer),[weight,bias]=layer.parameters,windows={
values:layer.scratch.windows,at:0,down:1,across:taps};for(let picture2=0;picture2<count;picture2+=1){let at=picture2*kernels*
positions;for(let kernel=0;kernel<kernels;kernel+=1)y.fill(bias?bias.values[kernel]:0,at+kernel*positions,at+(kernel+1)*
positions);unfold(layer,x,picture2*inputs),addProduct({values:y,at,down:positions,across:1},{values:weight.values,at:0,down:taps,
across:1},windows,kernels,taps,positions)}},backward(layer,{x,dy,dx,count},[dWeight,dBias]){let{taps,positions,kernels,inputs}=sizes2(
layer),windows={values:layer.scratch.windows,at:0,down:taps,across:1},spread2={values:layer.scratch.spread,at:0,down:taps,
across:1},weight={values:inDouble(layer.parameters[0].values,kernels*taps),at:0,down:taps,across:1};dBias&&addSums(dBias.
values,dy,kernels,positions,count),dx?.fill(0,0,count*inputs);for(let picture2=0;picture2<count;picture2+=1){let at=picture2*
kernels*positions;unfold(layer,x,picture2*inputs);let delta={values:dy,at,down:positions,across:1};addProduct({values:dWeight.
values,at:0,down:taps,across:1},delta,windows,kernels,positions,taps),dx&&(spread2.values.fill(0),addProduct(spread2,{values:dy,
at,down:1,across:positions},weight,positions,kernels,taps),fold(layer,dx,picture2*inputs))}}};function sizes2({input:[channels,
rows,columns],output:[kernels,down,across2],placed:{size}}){return{taps:channels*size[0]*size[1],positions:down*across2,
kernels,inputs:channels*rows*columns}}function addSums(sums2,dy,kernels,positions,count){for(let kernel=0;kernel<kernels;kernel+=
1){let sum=0;for(let picture2=0;picture2<count;picture2+=1){let at=(picture2*kernels+kernel)*positions;for(let place2=at;place2<
at+positions;place2+=1)sum+=dy[place2]}sums2[kernel]+=sum}}function unfold(layer,x,at){let{table:table2,windows}=layer.scratch,
{taps}=sizes2(layer),stride=layer.placed.stride[1];for(let index=0;index<table2.length;index+=3){let from=at+table2[index],
to=table2[index+1];for(let left=table2[index+2];left>0;left-=1,from+=stride,to+=taps)windows[to]=x[from]}}function fold(layer,dx,at){
let{table:table2,spread:spread2}=layer.scratch,{taps}=sizes2(layer),stride=layer.placed.stride[1];for(let index=0;index<
table2.length;index+=3){let to=at+table2[index],from=table2[index+1];for(let left=table2[index+2];left>0;left-=1,to+=stride,
from+=taps)dx[to]+=spread2[from]}}var flatten={make(asked3,input){return onlyFields(asked3,[]),{output:[sizeOf(input)]}},forward({output:[size]},{x,y,count}){
for(let at=0;at<count*size;at+=1)y[at]=x[at]},backward({output:[size]},{dy,dx,count}){for(let at=0;dx&&at<count*size;at+=
1)dx[at]=dy[at]}};var lying=(values,columns)=>({values,at:0,down:columns,across:1}),turned=(values,columns)=>({values,at:0,down:1,across:columns}),
linear={make(asked3,input,making){onlyFields(asked3,["units","bias"]);let units=whole3(`${asked3.field}.units`,asked3.given.
units,1,65536),[inputs]=row(asked3,input);return roomy(`${asked3.field}.units`,units,units*inputs),{output:[units],parameters:initial(
asked3,[units,inputs],inputs,making)}},forward({input:[inputs],output:[units],parameters:[weight,bias]},{x,y,count}){y.fill(
0,0,count*units);for(let at=0;bias&&at<count*units;at+=1)y[at]=bias.values[at%units];addProduct(lying(y,units),lying(x,inputs),
turned(inDouble(weight.values,units*inputs),inputs),count,inputs,units)},backward({input:[inputs],output:[units],parameters:[
weight]},{x,dy,dx,count},[dWeight,dBias]){addProduct(lying(dWeight.values,inputs),turned(dy,units),lying(inDouble(x,count*
inputs),inputs),units,count,inputs);for(let at=0;dBias&&at<count*units;at+=1)dBias.values[at%units]+=dy[at];dx&&(dx.fill(
0,0,count*inputs),addProduct(lying(dx,inputs),lying(dy,units),lying(inDouble(weight.values,units*inputs),inputs),count,units,
inputs))}};function make2(asked3,input){onlyFields(asked3,["size","stride","padding"]);let{placed,positions}=placedOn(asked3,maps(asked3,
input),{stride:"size"});if(placed.padding.some((padding,axis)=>2*padding>placed.size[axis]))throw new Refused(`${asked3.
field}.padding`,asked3.given.padding,`at most half the size, ${placed.size.join("×")}`);return{output:[input[0],...positions],
placed,scratch:{table:boxes(placed,input,positions)}}}var maxPool={make:make2,forward(layer,{x,y,count}){let winners=room(
layer,y),{columns,plane,planes,table:table2}=sizes3(layer,count);for(let map=0,place2=0;map<planes;map+=1)for(let box=0;box<
table2.length;box+=3,place2+=1){let first=map*plane+table2[box],end=first+table2[box+1]*columns,winner=first;for(let row2=first;row2<
end;row2+=columns)for(let at=row2;at<row2+table2[box+2];at+=1)(x[at]>x[winner]||Number.isNaN(x[at]))&&(winner=at);winners[place2]=
winner,y[place2]=x[winner]}},backward(layer,{dy,dx,count}){if(!dx)return;let{winners}=layer.scratch,{plane,planes,table:table2}=sizes3(
layer,count);dx.fill(0,0,planes*plane);for(let place2=0;place2<planes*table2.length/3;place2+=1)dx[winners[place2]]+=dy[place2]}},
averagePool={make:make2,forward(layer,{x,y,count}){let{columns,plane,planes,table:table2,share}=sizes3(layer,count);for(let map=0,
place2=0;map<planes;map+=1)for(let box=0;box<table2.length;box+=3,place2+=1){let first=map*plane+table2[box],end=first+table2[box+
1]*columns,sum=0;for(let row2=first;row2<end;row2+=columns)for(let at=row2;at<row2+table2[box+2];at+=1)sum+=x[at];y[place2]=
sum*share}},backward(layer,{dy,dx,count}){if(!dx)return;let{columns,plane,planes,table:table2,share}=sizes3(layer,count);
dx.fill(0,0,planes*plane);for(let map=0,place2=0;map<planes;map+=1)for(let box=0;box<table2.length;box+=3,place2+=1){let first=map*
plane+table2[box],end=first+table2[box+1]*columns;for(let row2=first;row2<end;row2+=columns)for(let at=row2;at<row2+table2[box+
2];at+=1)dx[at]+=dy[place2]*share}}};function room({scratch},y){return scratch.winners.length<y.length&&(scratch.winners=
new Int32Array(y.length)),scratch.winners}function boxes({size,stride,padding},[,rows,columns],[down,across2]){let found=[];
for(let place2=0;place2<down*across2;place2+=1){let[above2,beside]=[Math.floor(place2/across2)*stride[0]-padding[0],place2%
across2*stride[1]-padding[1]],[top,left]=[Math.max(0,above2),Math.max(0,beside)];found.push(top*columns+left,Math.min(rows,
above2+size[0])-top,Math.min(columns,beside+size[1])-left)}return Int32Array.from(found)}function sizes3({input:[channels,
rows,columns],placed:{size},scratch:{table:table2}},count){return{columns,plane:rows*columns,planes:count*channels,table:table2,
share:1/(size[0]*size[1])}}var OPERATIONS={conv:convolution,batch_norm:batchNorm,relu,sigmoid,max_pool:maxPool,average_pool:averagePool,flatten,linear};var BETAS=[.9,.999],EPSILON2=1e-8;function descend(weights2,gradient2,{rate,decay}){for(let at=0;at<weights2.length;at+=
1)weights2[at]-=rate*(gradient2[at]+decay*weights2[at])}function roll(weights2,gradient2,{rate,momentum,decay},{updates,
first},index){let speed=first[index],kept2=updates===1?0:momentum;for(let at=0;at<weights2.length;at+=1)speed[at]=kept2*
speed[at]+gradient2[at]+decay*weights2[at],weights2[at]-=rate*speed[at]}function adapt(weights2,gradient2,{rate,decay},{
first,second,powers},index){let[means,squares]=[first[index],second[index]],[beta,slow]=BETAS,[step,root]=[rate/(1-powers[0]),
Math.sqrt(1-powers[1])];for(let at=0;at<weights2.length;at+=1){let pull=gradient2[at]+decay*weights2[at];means[at]=beta*
means[at]+(1-beta)*pull,squares[at]=slow*squares[at]+(1-slow)*pull*pull,weights2[at]-=step*means[at]/(Math.sqrt(squares[at])/
root+EPSILON2)}}var OPTIMIZERS={sgd:descend,momentum:roll,adam:adapt};function countOf({spec:{input}},pictures){let size=sizeOf(input),count=pictures.length/size;if(Number.isInteger(count)&&
count>0)return count;throw new Refused("pictures.length",pictures.length,`a multiple of ${size}, which is ${input.join("\
×")}`)}function run(network,pictures,training){let count=countOf(network,pictures),{values}=roomFor(network,count);return into(
values[0],"pictures",pictures,pictures.length),network.layers.forEach((layer,index)=>{OPERATIONS[layer.kind].forward(layer,
{x:values[index],y:values[index+1],count,training})}),count}function roomFor(network,count){let{buffers,layers,spec}=network;if(count<=buffers.capacity)return buffers;let shapes=[spec.
input,...layers.map(({output})=>output)],Room=spec.precision==="double"?Float64Array:Float32Array,rooms=()=>shapes.map(shape=>new Room(
count*sizeOf(shape)));return network.buffers={capacity:count,values:rooms(),deltas:rooms()}}function kept({layers},buffers,count){
return layers.map(({name,kind,output},index)=>({name,kind,shape:[count,...output],values:buffers[index+1].slice(0,count*
sizeOf(output))}))}var KINDS=Object.keys(OPERATIONS),LOSS_NAMES=Object.keys(LOSSES),OPTIMIZER_NAMES=Object.keys(OPTIMIZERS);function createNetwork(spec,seed){
let Room=oneOf("precision",spec.precision??"single",["single","double"])==="double"?Float64Array:Float32Array,making={zeros:length=>new Room(
length),random:generator(seed)},layers=built(spec,making);return{spec,layers,parameters:layers.flatMap(layer=>layer.parameters),
running:layers.flatMap(layer=>layer.running),memory:null,buffers:{capacity:0,values:[],deltas:[]}}}function built({input,
layers},making){if(!Array.isArray(input)||input.length!==3)throw new Refused("input",input,"[channels, rows, columns]");
if(!Array.isArray(layers)||layers.length===0)throw new Refused("layers",layers,"a list of at least one layer");let shape=input.
map((size,axis)=>whole3(`input[${axis}]`,size,1,4096));return roomy("input",input,sizeOf(shape)),layers.map((given,index)=>{
let layer=builtLayer(given,index,shape,making);return shape=layer.output,layer})}function builtLayer(given,index,input,making){
let field=`layers[${index}]`,kind=oneOf(`${field}.kind`,given?.kind,KINDS),name=String(index),{scratch,...made2}=OPERATIONS[kind].
make({field,name,given:{...given}},input,making),own={...{table:new Int32Array(0),windows:new Float64Array(0),spread:making.
zeros(0),winners:new Int32Array(0)},means:new Float64Array(0),scales:new Float64Array(0),...scratch};return{kind,name,input,
parameters:[],running:[],placed:{size:[],stride:[],padding:[]},...made2,scratch:own}}function forward(network,pictures,{
training=!1}={}){let count=run(network,pictures,training);return kept(network,network.buffers.values,count)}var SIDE=32,WIDTHS=[48,96,192],CLASSES=10,KEPT={first:2,middle:9,last:19},block=kernels=>[{kind:"conv",kernels,size:3,padding:1,
bias:!1},{kind:"batch_norm"},{kind:"relu"}];function specs(){let stages=WIDTHS.map(width=>[...block(width),...block(width)]),
half={kind:"max_pool",size:2};return[...[...stages[0],half,...stages[1],half,...stages[2]].map(layer=>[layer]),[{kind:"a\
verage_pool",size:SIDE/4},{kind:"flatten"},{kind:"linear",units:CLASSES}]]}var lastOf=({layers})=>layers[layers.length-1];
function makeSteps(){let shape=[3,SIDE,SIDE];return specs().map(layers=>{let[channels,rows=1,columns=1]=shape,network=createNetwork(
{input:[channels,rows,columns],layers},0);return shape=lastOf(network).output,network})}function fill(steps,{eight,scales,
plain:plain2}){let whole4=new Int8Array(eight.values.slice().buffer),at={eight:0,scale:0,plain:0},asItIs=values=>{values.
set(plain2.values.subarray(at.plain,at.plain+values.length)),at.plain+=values.length};for(let step of steps){let{parameters}=step,
{kind}=lastOf(step),[weights2,...others]=parameters.map(({values})=>values),small=kind==="conv"||kind==="linear";small&&
(at.scale+=scaled(weights2,parameters[0].shape[0],whole4.subarray(at.eight),scales.values,at.scale)),small&&(at.eight+=weights2.
length);for(let values of small||!weights2?others:[weights2,...others])asItIs(values)}for(let{running}of steps)for(let{values}of running)
asItIs(values)}function scaled(weights2,kernels,whole4,scales,from){let size=weights2.length/kernels;for(let index=0;index<
weights2.length;index+=1)weights2[index]=whole4[index]*scales[from+Math.floor(index/size)];return kernels}var begin=(update,picture2)=>({
at:0,values:picture2,answer:{update,maps:{},probabilities:[]}});function goOn(steps,pass){let[{values}]=forward(steps[pass.
at],pass.values).slice(-1);pass.values=Float32Array.from(values);for(let[name,at]of Object.entries(KEPT))at===pass.at&&(pass.
answer.maps[name]={values:pass.values,shape:lastOf(steps[at]).output});return pass.at+=1,pass.at<steps.length?!0:(pass.answer.
probabilities=[...softmax(pass.values,pass.values.length)],!1)}var PACE=6,NARROW=720,stage_default=makeStage({root:".edges",narrow:NARROW,onWhite:!0,open,take,leave,plays,draw,describe:describe2,
table,picture});function open(stage){Object.assign(stage,{steps:null,answers:new Map,pass:0});let canvas=stage.find(".co\
urse canvas");bindPointer(canvas,{at:event=>momentAt(stage,pointIn(event,canvas)[0]),drags:!0,look:()=>{},choose:moment=>show(
stage,moment)})}function take(stage){stage.away=stage.updates.map((_,moment)=>movedAt(stage,moment)),buildControls(stage,
actions(stage)),answer(stage)}function leave(stage){clearTimeout(stage.pass)}function movedAt(stage,moment){let[{values:first},
{values:now}]=[kernelsAt(stage,0),kernelsAt(stage,moment)],[far,long]=[0,0];return first.forEach((value,at)=>{far+=(now[at]-
value)**2,long+=value**2}),Math.sqrt(far/long)}var asked2=({snapshot,picture:key})=>`${snapshot} ${key}`;function answer(stage){
if(clearTimeout(stage.pass),stage.answers.has(asked2(stage)))return;let pass=begin(stage.snapshot,stage.planes.prepared.
values);stage.pass=setTimeout(()=>{stage.steps??=makeSteps(),fill(stage.steps,stage.planes),pursue(stage,pass)})}function pursue(stage,pass){
goOn(stage.steps,pass)?stage.pass=setTimeout(()=>pursue(stage,pass)):(stage.answers.set(asked2(stage),pass.answer),stage.
redraw())}var actions=stage=>({play:stage.player.toggle,step:by=>show(stage,stage.view.moment+by),show:moment=>show(stage,
moment),choose:(name,value)=>stage.settle({[name]:value})});function show(stage,moment){stage.player.stop(),stage.settle(
{moment:bounded(stage,moment)})}var bounded=({updates},moment)=>Math.max(0,Math.min(updates.length-1,moment));function draw(stage){
showControls(stage,put(stage.words.after,{update:whole(stage.updates[stage.view.moment])})),drawKernels(stage),drawCurves(
stage),drawBars(stage);let found=stage.answers.get(asked2(stage));drawMaps(stage,found),stage.find(".answer").textContent=
answered(stage)}function answered(stage){let{answers,classes,snapshot,words}=stage,found=answers.get(asked2(stage)),update=whole(
snapshot);if(found===void 0)return put(words.answering,{update});let most=Math.max(...found.probabilities);return put(words.
answered,{update,name:classes[found.probabilities.indexOf(most)],share:decimal(most*100,1)})}function describe2({view,updates,
away,planes,pictures,words}){let at=view.moment;return put(words.standing,{update:whole(updates[at]),moved:decimal(away[at],
2),loss:neat(planes.held_out_loss.values[at],0),accuracy:decimal(planes.held_out_accuracy.values[at]*100,1),pictures:whole(
pictures[at])})}function plays(stage){let last=()=>stage.view.moment===stage.updates.length-1;return{begin:()=>{let anew=last();
return anew&&Object.assign(stage.view,{moment:0}),stage.redraw(),anew},advance:steps=>(Object.assign(stage.view,{moment:bounded(
stage,stage.view.moment+steps)}),stage.redraw(),!last()),pace:()=>PACE,started:stage.redraw,stopped:()=>stage.settle()}}
function table({shared,words,view,updates,away,planes}){let columns=[words.update,words.moved,words.loss,words.accuracy],
line2=at=>[simple(updates[at]),decimal(away[at],4),neat(planes.held_out_loss.values[at],0),neat(planes.held_out_accuracy.
values[at],0)];return[tableOfLines(shared,words.table,columns,{count:updates.length,at:view.moment,line:line2})]}function picture({
find,words,view,updates}){let figures=figuresIn([find(".kernels"),find(".course"),find(".bars")]),captions=[words.kernels,
find(".course h2").textContent,find(".bars h2").textContent],update=whole(updates[view.moment]);return{file:`${words.file}\
-${updates[view.moment]}`,title:put(words.title,{update}),figures:figures.map((figure,at)=>({...figure,caption:captions[at]??
""}))}}export{stage_default as default};
