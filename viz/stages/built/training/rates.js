var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole4,name)=>values[name]??whole4),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});function makeButton(name,label,act,sign=null){let button=Object.assign(made("button",sign??label),{type:"button",className:name,
onclick:act});return sign!==null&&button.setAttribute("aria-label",label),sign!==null&&button.setAttribute("title",label),
button}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,
!0)}function standing(root,write2){let held=document.activeElement?.shadowRoot?.activeElement;if(write2(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark=>mark==="."?marks.decimal:mark===","?marks.group:"−"),plain=text=>text.replaceAll(marks.group,"").
replace(marks.decimal,".").replaceAll("−","-"),whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,","));
function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}
var simple=number=>marked(String(number));function listed(items){let texts=items.map(String);return texts.join(marks.decimal===
","&&texts.some(text=>text.includes(","))?"; ":marks.list)}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}function neat(value,range){
let text=plain(say(value,range));return marked(text.includes(".")&&!text.includes("e")?text.replace(/\.?0+$/,""):text)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around2=root.getRootNode(),host="host"in around2?around2.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
257);for(let index=0;index<256;index+=1)colours[index]=opaque(plane[index*3],plane[index*3+1],plane[index*3+2]);return colours[256]=
colours[255],{colours,clipped:opaque(...MARKS.below),nan:opaque(...MARKS.nan),infinite:opaque(...MARKS.infinite)}}var contextOf=canvas=>canvas.getContext("2d");function fit(canvas,width,height){let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),
Math.round(height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.
style.width=px(width),canvas.style.height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,
ratio,0,0),context.clearRect(0,0,width,height),context}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes4,widest){let places=[],[left,
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
bases())try{let answer=await fetch(new URL(`payload/${key}`,base),{headers:{"x-visit":visit}});if(answer.ok&&answer.headers.
get("content-type")?.startsWith(KIND))return held.base=base,new Uint8Array(await answer.arrayBuffer())}catch{}return null}
function bases(){let{origin,pathname}=new URL(document.baseURI),inside2=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.
endsWith("/")?[inside2]:[inside2,`${origin}${pathname}/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest);let{key}=keyOf(event);key!==void 0&&(rest=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show()}catch{}}function lookAround(stage,key){
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
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said:said2})=>now.filter((part2,at)=>part2!==said2?.[at]).
join(" ").trim();function wait2(aloud){aloud.timer=setTimeout(()=>{if(aloud.busy())return wait2(aloud);elsewhere(aloud.root)||
(aloud.live.textContent=newsOf(aloud)),aloud.said=aloud.now},REST2)}function elsewhere(root){let held=document.activeElement?.
shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({description,
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element of root.querySelectorAll('[ro\
le="application"]'))element.setAttribute("aria-roledescription",words.interactive??""),element.setAttribute("aria-descri\
bedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var textOf=element=>[
...element.childNodes].map(({textContent})=>textContent).join(" ");var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown:shown2,visit,hash,done:done2},ending)=>shown2!==null&&ending.visit===visit&&ending.hash!==
hash&&ending.knows<done2;function afterShowing({visit,done:done2,told},{knows,visit:theirs,hash,words}){let same=theirs===
visit;return{visit:theirs,hash,words,shown:knows,done:same?Math.max(done2,knows):knows,told:same?Math.max(told,knows):knows}}function palettesOf(planes){let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(
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
planes);return Object.assign({},...named,found,{planes})}function arrive(holder,data,show,waits=()=>{}){if(holder.awaited=
data,!(data instanceof Uint8Array))return show([]);let ending=unpack(behind(data)),keys=[...unpack(data).parcels??[],...ending.
parcels??[]],missing=keys.filter(key=>atHand(key)===void 0),ready=found=>{holder.awaited===data&&(pieces.set(data,new Map(
keys.map((key,at)=>[key,found[at]]))),waits("",""),show(keys))};if(missing.length===0)return ready(keys.map(atHand));waits(
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
["words",path],found=payload;for(let name of names)found=found?.[name];return found??""}function write(element,said2){typeof said2==
"string"?(element.textContent!==said2||element.childElementCount>0)&&(element.textContent=said2):element.replaceChildren(
...said2)}var REST3=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
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
...rows.map((cells,row2)=>line(cells.map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row2===at[0]?at[1]:
null))),table2.append(title,head,body),table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){
let row2=document.createElement("tr");return row2.append(...cells),at!==null&&(at<0?row2:cells[at+1])?.setAttribute("ari\
a-current","true"),row2}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said2=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said2.setAttribute("role","alert"),root.prepend(said2)};var SETTLE=250;function makeStage(own){let definition=own,{event,relays}=definition;return mountStage(parent=>openStage(
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
let{hash,visit,done:done2,shown:shown2,words:shared={}}=stage.course,same=stage.received!==null&&stage.visit===visit;if(same&&
stage.hash===hash&&stage.serial!==void 0)return;let{view,...rest}=opened(data),meeting=met(stage,keys,view);if(meeting===
"same"){Object.assign(stage,rest,{received:rest.serial??0,hash,visit,planes:stage.planes}),lookAround(stage,keys[0]);return}
let other=rest.serial===void 0?done2<=(shown2??0):rest.serial!==stage.received,anew2=meeting!=="older"&&(!same||other);Object.
assign(stage,rest,{received:rest.serial??0,hash,visit,shared}),stage.tables&&nameTables(stage.tables,shared),anew2&&takeOver(
stage,view,rest.serial!==void 0),stage.palettes=palettesOf(stage.planes),present(stage,anew2,definition),meeting==="olde\
r"&&stage.tellSoon(),lookAround(stage,keys[0])}function takeOver(stage,view,unhover){clearTimeout(stage.timer),stage.player?.
drop(),stage.view={...view},unhover&&(stage.hovered=null)}function present(stage,anew2,{take:take2,drawn}){speak(stage.root,
stage),take2?.(stage,anew2),stage.redraw(),stage.root.dataset.drawn=String(drawn?drawn(stage):stage.received)}function showAhead(stage,key,kind,definition){
let bytes=atHand(key);if(bytes===void 0||stage.received===null)return;let before={view:stage.view,start:stage.start},{planes,
...rest}=unpack(bytes),{sequential,diverging}=stage.planes;Object.assign(stage,rest,{planes:{...planes,sequential,diverging}}),
takeOver(stage,definition.foresees(stage,kind,before),!0),present(stage,!0,definition),expect(stage,key),lookAround(stage,
key)}function redraw(stage,definition){let width=stage.root.clientWidth;stage.received===null||width===0||(stage.room=measure(
stage.root),definition.narrow&&stage.root.classList.toggle("narrow",width<definition.narrow*perUnit()),stage.theme=themeOf(
stage.root),standing(stage.root,()=>{definition.draw(stage),follow(stage,definition)}),introduce(stage.root,stage.shared))}
function save(stage,definition){!definition.picture||stage.received===null||(definition.onWhite&&(stage.theme={...stage.
theme,...WHITE},definition.draw(stage),definition.mark?.(stage)),handPicture(stage.root,definition.picture(stage)),definition.
onWhite&&redraw(stage,definition))}function follow(stage,{mark,describe:describe3,aloud,region=".readout"}){mark?.(stage);
let said2=describe3?.(stage)??null;said2!==null&&write(stage.find(region),said2),(aloud||said2!==null)&&hear(stage.aloud,
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
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make3,rest=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make3();value!==null&&stage.tell(value)},rest)}}var FONT2=14,NARROWEST=200,GAP2=8,NAME=18,APART=16;function plot(canvas,{width:wished,height,margin,theme,across,updates,
low=0,high}){let width=Math.max(NARROWEST,wished),context=fit(canvas,width,height),[left,right,top,bottom]=[margin.left,
width-margin.right,margin.top,height-margin.bottom];return Object.assign(context,{font:`${FONT2}px ${theme.family}`,fillStyle:theme.
ink,strokeStyle:theme.line,lineWidth:1}),{context,theme,left,right,top,bottom,width,height,x:update2=>left+(across?across(
update2):update2/updates)*(right-left),y:value=>bottom-(Math.max(low,Math.min(high,value))-low)/(high-low)*(bottom-top)}}
function drawGrid({context,theme,left,right,top,bottom,height,x,y},{lines,marks:marks2,name=""}){Object.assign(context,{
fillStyle:theme.ink,strokeStyle:theme.line,lineWidth:1,textAlign:"right",textBaseline:"middle"});for(let[value,said2]of lines)
stroke(context,[[left,y(value)],[right,y(value)]]),context.fillText(said2,left-GAP2,Math.max(top,FONT2/2,y(value)));Object.
assign(context,{textAlign:"center",textBaseline:"top"});for(let[update2,said2]of marks2)context.fillText(said2,inside(x(
update2),context.measureText(said2).width,right+GAP2),bottom+5);name&&context.fillText(name,(left+right)/2,height-NAME)}
var inside=(middle,wide,edge)=>Math.min(middle,edge-wide/2);function drawLine({context,x,y},spots,{colour,wide=2,dash=[]}){
let drawn=spots.filter(([,value])=>Number.isFinite(value)).map(([update2,value])=>[x(update2),y(value)]);return Object.assign(
context,{strokeStyle:colour,lineWidth:wide}),context.setLineDash(dash),stroke(context,drawn),context.setLineDash([]),drawn.
at(-1)??null}function drawLevel({context,theme,left,right,y},value,said2){Object.assign(context,{fillStyle:theme.ink,strokeStyle:theme.
ink,lineWidth:1,textAlign:"left",textBaseline:"bottom"}),context.setLineDash([3,3]),stroke(context,[[left,y(value)],[right,
y(value)]]),context.setLineDash([]),context.fillText(said2,left+6,y(value)-4)}function nameEnds({context,theme},named){Object.
assign(context,{fillStyle:theme.ink,textAlign:"left",textBaseline:"middle"});let ends=named.flatMap(({said:said2,end})=>end?
[{said:said2,x:end[0],y:end[1]}]:[]),last=-APART;for(let{said:said2,x,y}of ends.sort((one,other)=>one.y-other.y))last=Math.
max(last+APART,y),context.fillText(said2,x+6,last)}function stroke(context,places){context.beginPath();for(let[x,y]of places)
context.lineTo(x,y);context.stroke()}var LN2_HIGH=.6931471803691238,LN2_LOW=19082149292705877e-26,FACTORIAL=inverseFactorials(13),ODD=Array.from({length:11},
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
a whole number from ${low} to ${high}`)}function finite(field,value,low,high=1/0){if(typeof value=="number"&&Number.isFinite(
value)&&value>=low&&value<=high)return value;throw new Refused(field,value,`a finite number ${high===1/0?`of at least ${low}`:
`from ${low} to ${high}`}`)}function oneOf(field,value,known){let found=known.find(each=>each===value);if(found!==void 0)
return found;throw new Refused(field,value,`one of ${known.join(" | ")}`)}function both({field,given},name,otherwise,low,high){
let value=given[name]??otherwise;if(!Array.isArray(value))return new Array(2).fill(whole3(`${field}.${name}`,value,low,high));
if(value.length!==2)throw new Refused(`${field}.${name}`,value,"a whole number, or [rows, columns]");return value.map(each=>whole3(
`${field}.${name}`,each,low,high))}var MOST=16777216;function roomy(field,value,count){if(count>MOST)throw new Refused(field,
value,`smaller: it would take ${count} numbers, more than ${MOST}`)}function withBias({field,given:{bias=!0}}){if(typeof bias!=
"boolean")throw new Refused(`${field}.bias`,bias,"true or false");return bias}function onlyFields({field,given},known){let strange=Object.
keys(given).find(name=>name!=="kind"&&!known.includes(name));if(strange)throw new Refused(`${field}.${strange}`,given[strange],
`left out: a ${given.kind} has ${known.join(" | ")||"no settings"}`)}function maps({field,given},input){if(input.length===
3)return input;throw new Refused(field,given.kind,`before the layer that flattens: it needs maps, and is given ${input.join(
"×")} numbers`)}function row({field,given},input){if(input.length===1)return input;throw new Refused(field,given.kind,`\
behind a layer that flattens: it needs numbers in a row, and is given maps of ${input.join("×")}`)}function into(buffer,field,values,count){
if(values.length!==count)throw new Refused(`${field}.length`,values.length,String(count));for(let at=0;at<count;at+=1)if(buffer[at]=
values[at],buffer[at]-buffer[at]!==0)throw new Refused(`${field}[${at}]`,values[at],"a finite number")}var WARMING=16,WORDS=4294967296;function generator(seed){whole3("seed",seed,0,WORDS-1);let state=new Int32Array([seed,seed,
seed,1]),next=()=>mixed(state),uniform=()=>next()/WORDS;for(let round=0;round<WARMING;round+=1)next();return{state,next,
uniform,between:(low,high)=>low+(high-low)*uniform(),below:bound=>Math.floor(uniform()*bound),normal:()=>normal(uniform),
shuffle:items=>shuffled(items,uniform)}}function mixed(state){let[a,b,c,counter]=state,sum=a+b+counter|0;return state[0]=
b^b>>>9,state[1]=c+(c<<3),state[2]=(c<<21|c>>>11)+sum,state[3]=counter+1,sum>>>0}function normal(uniform){for(;;){let[x,
y]=[2*uniform()-1,2*uniform()-1],square=x*x+y*y;if(square>0&&square<1)return x*Math.sqrt(-2*log(square)/square)}}function shuffled(items,uniform){
for(let last=items.length-1;last>0;last-=1){let other=Math.floor(uniform()*(last+1));[items[last],items[other]]=[items[other],
items[last]]}return items}function crossEntropy(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<labels.length;picture2+=1){let begin=picture2*
classes,{largest,sum}=softened(outputs,begin,classes);total+=log(sum)+largest-outputs[begin+labels[picture2]];for(let unit2=0;unit2<
classes;unit2+=1){let share=exp(outputs[begin+unit2]-largest)/sum;dy[begin+unit2]=(share-(unit2===labels[picture2]?1:0))/
labels.length}}return total/labels.length}function squaredError(outputs,labels,classes,dy){let total=0;for(let picture2=0;picture2<
labels.length;picture2+=1)for(let unit2=0;unit2<classes;unit2+=1){let at=picture2*classes+unit2,over=outputs[at]-(unit2===
labels[picture2]?1:0);total+=over*over/2,dy[at]=over/labels.length}return total/labels.length}function softened(outputs,begin,classes){
let largest=outputs[begin];for(let at=begin+1;at<begin+classes;at+=1)outputs[at]>largest&&(largest=outputs[at]);let sum=0;
for(let at=begin;at<begin+classes;at+=1)sum+=exp(outputs[at]-largest);return{largest,sum}}var LOSSES={cross_entropy:crossEntropy,squared_error:squaredError};var sizeOf=shape=>shape.reduce((product,length)=>product*length,1);function make(asked2,input){return onlyFields(asked2,[]),{output:input}}var relu={make,forward({output},{x,y,count}){let end=count*
sizeOf(output);for(let at=0;at<end;at+=1)y[at]=(x[at]+Math.abs(x[at]))/2},backward({output},{y,dy,dx,count}){let end=count*
sizeOf(output);for(let at=0;dx&&at<end;at+=1)dx[at]=dy[at]*+(y[at]>0)+0}},sigmoid={make,forward({output},{x,y,count}){let end=count*
sizeOf(output);for(let at=0;at<end;at+=1)y[at]=1/(1+exp(-x[at]))},backward({output},{y,dy,dx,count}){let end=count*sizeOf(
output);for(let at=0;dx&&at<end;at+=1)dx[at]=dy[at]*y[at]*(1-y[at])}};var EPSILON=1e-5,MOMENTUM=.1,batchNorm={make(asked2,input,{zeros}){onlyFields(asked2,[]);let[channels]=input,filled=(part2,value)=>({
name:`${asked2.name}.${part2}`,shape:[channels],values:zeros(channels).fill(value)});return{output:input,parameters:[filled(
"weight",1),filled("bias",0)],running:[filled("running_mean",0),filled("running_var",1)],scratch:{means:new Float64Array(
channels),scales:new Float64Array(channels)}}},forward(layer,{x,y,count,training}){let{channels,positions}=sizes(layer);
if(training&&count*positions<2)throw new Refused("pictures",count,"more than one: batch norm has one value a channel, wh\
ich has no variance");let{means,scales}=layer.scratch,[gamma,beta]=layer.parameters;for(let channel=0;channel<channels;channel+=
1){training?measure2(layer,x,count,channel):recall(layer,channel);let[mean,slope,shift]=[means[channel],gamma.values[channel]*
scales[channel],beta.values[channel]];for(let picture2=0;picture2<count;picture2+=1){let begin=(picture2*channels+channel)*
positions;for(let at=begin;at<begin+positions;at+=1)y[at]=(x[at]-mean)*slope+shift}}},backward(layer,{x,dy,dx,count,training},[
dGamma,dBeta]){let{channels,positions}=sizes(layer),{means,scales}=layer.scratch,[gamma]=layer.parameters;for(let channel=0;channel<
channels;channel+=1){let[mean,scale]=[means[channel],scales[channel]],[sum,weighted]=sums(layer,x,dy,count,channel);dBeta.
values[channel]+=sum,dGamma.values[channel]+=weighted;let[share,tilt]=training?[sum/(count*positions),weighted*scale/(count*
positions)]:[0,0];for(let picture2=0;dx&&picture2<count;picture2+=1){let begin=(picture2*channels+channel)*positions;for(let at=begin;at<
begin+positions;at+=1)dx[at]=gamma.values[channel]*scale*(dy[at]-share-(x[at]-mean)*tilt)}}}},sizes=({input:[channels,rows=1,
columns=1]})=>({channels,positions:rows*columns});function measure2(layer,x,count,channel){let{channels,positions}=sizes(
layer),values=count*positions,moment=(centre,power)=>{let sum=0;for(let picture2=0;picture2<count;picture2+=1){let begin=(picture2*
channels+channel)*positions;for(let at=begin;at<begin+positions;at+=1)sum+=power===1?x[at]-centre:(x[at]-centre)*(x[at]-
centre)}return sum},mean=moment(0,1)/values,squares=moment(mean,2),[means,variances]=layer.running;means.values[channel]=
(1-MOMENTUM)*means.values[channel]+MOMENTUM*mean,variances.values[channel]=(1-MOMENTUM)*variances.values[channel]+MOMENTUM*
squares/(values-1),layer.scratch.means[channel]=mean,layer.scratch.scales[channel]=1/Math.sqrt(squares/values+EPSILON)}function recall({
running:[means,variances],scratch},channel){scratch.means[channel]=means.values[channel],scratch.scales[channel]=1/Math.
sqrt(variances.values[channel]+EPSILON)}function sums(layer,x,dy,count,channel){let{channels,positions}=sizes(layer),[mean,
scale]=[layer.scratch.means[channel],layer.scratch.scales[channel]],[sum,weighted]=[0,0];for(let picture2=0;picture2<count;picture2+=
1){let begin=(picture2*channels+channel)*positions;for(let at=begin;at<begin+positions;at+=1)sum+=dy[at],weighted+=dy[at]*
(x[at]-mean)}return[sum,weighted*scale]}function initial(asked2,shape,inputs,{zeros,random}){let bound=1/Math.sqrt(inputs),drawn=[{name:`${asked2.name}.weight`,
shape}];return withBias(asked2)&&drawn.push({name:`${asked2.name}.bias`,shape:[shape[0]]}),drawn.map(({name,shape:own})=>{
let values=zeros(sizeOf(own));for(let index=0;index<values.length;index+=1)values[index]=random.between(-bound,bound);return{
name,shape:own,values}})}var doubled=new Float64Array(1024);function inDouble(values,count){count>doubled.length&&(doubled=new Float64Array(2*count));
for(let at=0;at<count;at+=1)doubled[at]=values[at];return doubled}var weights=new Float64Array(1024),begins=new Int32Array(
1024);function addProduct(out,a,b,rows,inner,columns){inner>weights.length&&([weights,begins]=[new Float64Array(2*inner),
new Int32Array(2*inner)]);for(let row2=0;row2<rows;row2+=1){let count=gather(a,a.at+row2*a.down,b,inner),to=out.at+row2*
out.down,column=0;for(;column+8<=columns;column+=8)addEight(out.values,to+column*out.across,out.across,b.values,column*b.
across,b.across,count);for(;column<columns;column+=1)addOne(out.values,to+column*out.across,b.values,column*b.across,count)}}
function gather({values,across},start,b,inner){let count=0;for(let term=0,from=start,begin=b.at;term<inner;term+=1,from+=
across,begin+=b.down)weights[count]=values[from],begins[count]=begin,count+=+(values[from]!==0);return count}function addEight(out,to,step2,b,from,across,count){
let s0=0,s1=0,s2=0,s3=0,s4=0,s5=0,s6=0,s7=0;for(let term=0;term<count;term+=1){let weight=weights[term],at=begins[term]+
from;s0+=weight*b[at],s1+=weight*b[at+across],s2+=weight*b[at+2*across],s3+=weight*b[at+3*across],s4+=weight*b[at+4*across],
s5+=weight*b[at+5*across],s6+=weight*b[at+6*across],s7+=weight*b[at+7*across]}out[to]+=s0,out[to+step2]+=s1,out[to+2*step2]+=
s2,out[to+3*step2]+=s3,out[to+4*step2]+=s4,out[to+5*step2]+=s5,out[to+6*step2]+=s6,out[to+7*step2]+=s7}function addOne(out,to,b,from,count){
let sum=0;for(let term=0;term<count;term+=1)sum+=weights[term]*b[begins[term]+from];out[to]+=sum}var spread=(kernel,dilation=1)=>dilation*(kernel-1)+1;function outputSize(size,kernel,stride=1,padding=0,dilation=1,ceil=!1){
let room2=size+2*padding-spread(kernel,dilation)+(ceil?stride-1:0);if(room2<0)return 0;let count=Math.floor(room2/stride)+
1;return ceil&&(count-1)*stride>=size+padding?count-1:count}var LARGEST=4096;function placedOn(asked2,[,...axes],{stride}){let size=both(asked2,"size",void 0,1,LARGEST),placed2={size,
stride:both(asked2,"stride",stride==="size"?size:stride,1,LARGEST),padding:both(asked2,"padding",0,0,LARGEST)},positions=axes.
map((length,axis)=>outputSize(length,size[axis],placed2.stride[axis],placed2.padding[axis])),none=positions.findIndex(count=>count<
1);if(none<0)return{placed:placed2,positions};let room2=axes[none]+2*placed2.padding[none];throw new Refused(`${asked2.field}\
.size`,asked2.given.size,`at most ${room2}, which is what the maps before it have room for`)}function runs({size,stride,
padding},[channels,rows,columns],[down,across]){let found=[],taps=size[0]*size[1];for(let tap=0;tap<taps;tap+=1){let[above2,
beside]=[Math.floor(tap/size[1])-padding[0],tap%size[1]-padding[1]],[top,bottom]=within(above2,stride[0],rows,down),[left,
right]=within(beside,stride[1],columns,across);for(let channel=0;channel<channels&&right>left;channel+=1)for(let row2=top;row2<
bottom;row2+=1){let from=(channel*rows+row2*stride[0]+above2)*columns+left*stride[1]+beside;found.push(from,(row2*across+
left)*channels*taps+channel*taps+tap,right-left)}}return Int32Array.from(found)}function within(tap,stride,length,count){
let first=Math.max(0,Math.ceil(-tap/stride));return[first,Math.max(first,Math.min(count,Math.floor((length-1-tap)/stride)+
1))]}var convolution={make(asked2,input,making){onlyFields(asked2,["kernels","size","stride","padding","bias"]);let kernels=whole3(
`${asked2.field}.kernels`,asked2.given.kernels,1,65536),{placed:placed2,positions}=placedOn(asked2,maps(asked2,input),{stride:1}),
taps=input[0]*placed2.size[0]*placed2.size[1],shape=[kernels,input[0],...placed2.size];return roomy(`${asked2.field}.siz\
e`,asked2.given.size,positions[0]*positions[1]*taps),roomy(`${asked2.field}.kernels`,kernels,kernels*Math.max(taps,positions[0]*
positions[1])),{output:[kernels,...positions],parameters:initial(asked2,shape,taps,making),placed:placed2,scratch:{table:runs(
placed2,input,positions),windows:new Float64Array(positions[0]*positions[1]*taps),spread:making.zeros(positions[0]*positions[1]*
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
rows,columns],output:[kernels,down,across],placed:{size}}){return{taps:channels*size[0]*size[1],positions:down*across,kernels,
inputs:channels*rows*columns}}function addSums(sums2,dy,kernels,positions,count){for(let kernel=0;kernel<kernels;kernel+=
1){let sum=0;for(let picture2=0;picture2<count;picture2+=1){let at=(picture2*kernels+kernel)*positions;for(let place2=at;place2<
at+positions;place2+=1)sum+=dy[place2]}sums2[kernel]+=sum}}function unfold(layer,x,at){let{table:table2,windows}=layer.scratch,
{taps}=sizes2(layer),stride=layer.placed.stride[1];for(let index=0;index<table2.length;index+=3){let from=at+table2[index],
to=table2[index+1];for(let left=table2[index+2];left>0;left-=1,from+=stride,to+=taps)windows[to]=x[from]}}function fold(layer,dx,at){
let{table:table2,spread:spread2}=layer.scratch,{taps}=sizes2(layer),stride=layer.placed.stride[1];for(let index=0;index<
table2.length;index+=3){let to=at+table2[index],from=table2[index+1];for(let left=table2[index+2];left>0;left-=1,to+=stride,
from+=taps)dx[to]+=spread2[from]}}var flatten={make(asked2,input){return onlyFields(asked2,[]),{output:[sizeOf(input)]}},forward({output:[size]},{x,y,count}){
for(let at=0;at<count*size;at+=1)y[at]=x[at]},backward({output:[size]},{dy,dx,count}){for(let at=0;dx&&at<count*size;at+=
1)dx[at]=dy[at]}};var lying=(values,columns)=>({values,at:0,down:columns,across:1}),turned=(values,columns)=>({values,at:0,down:1,across:columns}),
linear={make(asked2,input,making){onlyFields(asked2,["units","bias"]);let units=whole3(`${asked2.field}.units`,asked2.given.
units,1,65536),[inputs]=row(asked2,input);return roomy(`${asked2.field}.units`,units,units*inputs),{output:[units],parameters:initial(
asked2,[units,inputs],inputs,making)}},forward({input:[inputs],output:[units],parameters:[weight,bias]},{x,y,count}){y.fill(
0,0,count*units);for(let at=0;bias&&at<count*units;at+=1)y[at]=bias.values[at%units];addProduct(lying(y,units),lying(x,inputs),
turned(inDouble(weight.values,units*inputs),inputs),count,inputs,units)},backward({input:[inputs],output:[units],parameters:[
weight]},{x,dy,dx,count},[dWeight,dBias]){addProduct(lying(dWeight.values,inputs),turned(dy,units),lying(inDouble(x,count*
inputs),inputs),units,count,inputs);for(let at=0;dBias&&at<count*units;at+=1)dBias.values[at%units]+=dy[at];dx&&(dx.fill(
0,0,count*inputs),addProduct(lying(dx,inputs),lying(dy,units),lying(inDouble(weight.values,units*inputs),inputs),count,units,
inputs))}};function make2(asked2,input){onlyFields(asked2,["size","stride","padding"]);let{placed:placed2,positions}=placedOn(asked2,
maps(asked2,input),{stride:"size"});if(placed2.padding.some((padding,axis)=>2*padding>placed2.size[axis]))throw new Refused(
`${asked2.field}.padding`,asked2.given.padding,`at most half the size, ${placed2.size.join("×")}`);return{output:[input[0],
...positions],placed:placed2,scratch:{table:boxes(placed2,input,positions)}}}var maxPool={make:make2,forward(layer,{x,y,
count}){let winners=room(layer,y),{columns,plane,planes,table:table2}=sizes3(layer,count);for(let map=0,place2=0;map<planes;map+=
1)for(let box2=0;box2<table2.length;box2+=3,place2+=1){let first=map*plane+table2[box2],end=first+table2[box2+1]*columns,
winner=first;for(let row2=first;row2<end;row2+=columns)for(let at=row2;at<row2+table2[box2+2];at+=1)(x[at]>x[winner]||Number.
isNaN(x[at]))&&(winner=at);winners[place2]=winner,y[place2]=x[winner]}},backward(layer,{dy,dx,count}){if(!dx)return;let{
winners}=layer.scratch,{plane,planes,table:table2}=sizes3(layer,count);dx.fill(0,0,planes*plane);for(let place2=0;place2<
planes*table2.length/3;place2+=1)dx[winners[place2]]+=dy[place2]}},averagePool={make:make2,forward(layer,{x,y,count}){let{
columns,plane,planes,table:table2,share}=sizes3(layer,count);for(let map=0,place2=0;map<planes;map+=1)for(let box2=0;box2<
table2.length;box2+=3,place2+=1){let first=map*plane+table2[box2],end=first+table2[box2+1]*columns,sum=0;for(let row2=first;row2<
end;row2+=columns)for(let at=row2;at<row2+table2[box2+2];at+=1)sum+=x[at];y[place2]=sum*share}},backward(layer,{dy,dx,count}){
if(!dx)return;let{columns,plane,planes,table:table2,share}=sizes3(layer,count);dx.fill(0,0,planes*plane);for(let map=0,place2=0;map<
planes;map+=1)for(let box2=0;box2<table2.length;box2+=3,place2+=1){let first=map*plane+table2[box2],end=first+table2[box2+
1]*columns;for(let row2=first;row2<end;row2+=columns)for(let at=row2;at<row2+table2[box2+2];at+=1)dx[at]+=dy[place2]*share}}};
function room({scratch},y){return scratch.winners.length<y.length&&(scratch.winners=new Int32Array(y.length)),scratch.winners}
function boxes({size,stride,padding},[,rows,columns],[down,across]){let found=[];for(let place2=0;place2<down*across;place2+=
1){let[above2,beside]=[Math.floor(place2/across)*stride[0]-padding[0],place2%across*stride[1]-padding[1]],[top,left]=[Math.
max(0,above2),Math.max(0,beside)];found.push(top*columns+left,Math.min(rows,above2+size[0])-top,Math.min(columns,beside+
size[1])-left)}return Int32Array.from(found)}function sizes3({input:[channels,rows,columns],placed:{size},scratch:{table:table2}},count){
return{columns,plane:rows*columns,planes:count*channels,table:table2,share:1/(size[0]*size[1])}}var OPERATIONS={conv:convolution,batch_norm:batchNorm,relu,sigmoid,max_pool:maxPool,average_pool:averagePool,flatten,linear};var BETAS=[.9,.999],EPSILON2=1e-8;function descend(weights2,gradient2,{rate,decay}){for(let at=0;at<weights2.length;at+=
1)weights2[at]-=rate*(gradient2[at]+decay*weights2[at])}function roll(weights2,gradient2,{rate,momentum,decay},{updates,
first},index){let speed=first[index],kept2=updates===1?0:momentum;for(let at=0;at<weights2.length;at+=1)speed[at]=kept2*
speed[at]+gradient2[at]+decay*weights2[at],weights2[at]-=rate*speed[at]}function adapt(weights2,gradient2,{rate,decay},{
first,second,powers},index){let[means,squares]=[first[index],second[index]],[beta,slow]=BETAS,[step2,root]=[rate/(1-powers[0]),
Math.sqrt(1-powers[1])];for(let at=0;at<weights2.length;at+=1){let pull=gradient2[at]+decay*weights2[at];means[at]=beta*
means[at]+(1-beta)*pull,squares[at]=slow*squares[at]+(1-slow)*pull*pull,weights2[at]-=step2*means[at]/(Math.sqrt(squares[at])/
root+EPSILON2)}}var OPTIMIZERS={sgd:descend,momentum:roll,adam:adapt};function blank(optimizer,parameters){let zeros=()=>parameters.
map(({values})=>values.slice().fill(0)),[first,second]=[optimizer==="sgd"?[]:zeros(),optimizer==="adam"?zeros():[]];return{
optimizer,updates:0,first,second,powers:[1,1]}}function advance(memory){memory.updates+=1,memory.powers=[memory.powers[0]*
BETAS[0],memory.powers[1]*BETAS[1]]}function countOf({spec:{input}},pictures){let size=sizeOf(input),count=pictures.length/size;if(Number.isInteger(count)&&
count>0)return count;throw new Refused("pictures.length",pictures.length,`a multiple of ${size}, which is ${input.join("\
×")}`)}function run(network,pictures,training){let count=countOf(network,pictures),{values}=roomFor(network,count);return into(
values[0],"pictures",pictures,pictures.length),network.layers.forEach((layer,index)=>{OPERATIONS[layer.kind].forward(layer,
{x:values[index],y:values[index+1],count,training})}),count}function back(network,count,training,whole4){let{layers,buffers:{
values,deltas}}=network,gradients=network.parameters.map(({name,shape,values:like})=>({name,shape,values:like.slice().fill(
0)})),end=gradients.length;for(let index=layers.length-1;index>=0;index-=1){let layer=layers[index],own=gradients.slice(
end-layer.parameters.length,end);end-=own.length;let dx=index>0||whole4?deltas[index]:null,back2={x:values[index],y:values[index+
1],dy:deltas[index+1],dx,count,training};OPERATIONS[layer.kind].backward(layer,back2,own)}return gradients}function roomFor(network,count){
let{buffers,layers,spec}=network;if(count<=buffers.capacity)return buffers;let shapes2=[spec.input,...layers.map(({output})=>output)],
Room=spec.precision==="double"?Float64Array:Float32Array,rooms=()=>shapes2.map(shape=>new Room(count*sizeOf(shape)));return network.
buffers={capacity:count,values:rooms(),deltas:rooms()}}function kept({layers},buffers,count){return layers.map(({name,kind,
output},index)=>({name,kind,shape:[count,...output],values:buffers[index+1].slice(0,count*sizeOf(output))}))}function everything(network,count){
let{values,deltas}=network.buffers,pictureDeltas=deltas[0].slice(0,count*sizeOf(network.spec.input));return{values:kept(
network,values,count),deltas:kept(network,deltas,count),pictureDeltas}}var KINDS=Object.keys(OPERATIONS),LOSS_NAMES=Object.keys(LOSSES),OPTIMIZER_NAMES=Object.keys(OPTIMIZERS);function createNetwork(spec,seed){
let Room=oneOf("precision",spec.precision??"single",["single","double"])==="double"?Float64Array:Float32Array,making={zeros:length=>new Room(
length),random:generator(seed)},layers=built(spec,making);return{spec,layers,parameters:layers.flatMap(layer=>layer.parameters),
running:layers.flatMap(layer=>layer.running),memory:null,buffers:{capacity:0,values:[],deltas:[]}}}function built({input,
layers},making){if(!Array.isArray(input)||input.length!==3)throw new Refused("input",input,"[channels, rows, columns]");
if(!Array.isArray(layers)||layers.length===0)throw new Refused("layers",layers,"a list of at least one layer");let shape=input.
map((size,axis)=>whole3(`input[${axis}]`,size,1,4096));return roomy("input",input,sizeOf(shape)),layers.map((given,index)=>{
let layer=builtLayer(given,index,shape,making);return shape=layer.output,layer})}function builtLayer(given,index,input,making){
let field=`layers[${index}]`,kind=oneOf(`${field}.kind`,given?.kind,KINDS),name=String(index),{scratch,...made3}=OPERATIONS[kind].
make({field,name,given:{...given}},input,making),own={...{table:new Int32Array(0),windows:new Float64Array(0),spread:making.
zeros(0),winners:new Int32Array(0)},means:new Float64Array(0),scales:new Float64Array(0),...scratch};return{kind,name,input,
parameters:[],running:[],placed:{size:[],stride:[],padding:[]},...made3,scratch:own}}function lossAndGradients(network,pictures,labels,{loss="cross_entropy",training=!0,keep=!1}={}){let measure3=LOSSES[oneOf(
"loss",loss,LOSS_NAMES)],classes=classesOf(network);labelled(labels,countOf(network,pictures),classes);let count=run(network,
pictures,training),last=network.layers.length,{values,deltas}=network.buffers,outputs=values[last].slice(0,count*classes);
return{loss:measure3(outputs,labels,classes,deltas[last]),outputs,gradients:back(network,count,training,keep),...keep?everything(
network,count):{}}}function update(network,gradients,{optimizer="sgd",rate,momentum=.9,decay=0}){let name=oneOf("optimizer",optimizer,OPTIMIZER_NAMES),
steps={rate:finite("rate",rate,0),momentum:finite("momentum",momentum,0),decay:finite("decay",decay,0)},{parameters}=network;
if(!(gradients.length===parameters.length&&parameters.every(({values},index)=>gradients[index].values.length===values.length)))
throw new Refused("gradients",gradients.map(({values})=>values.length),`of the lengths ${parameters.map(({values})=>values.
length)}`);network.memory?.optimizer!==name&&(network.memory=blank(name,parameters));let{memory}=network;advance(memory),
parameters.forEach(({values},index)=>OPTIMIZERS[name](values,gradients[index].values,steps,memory,index))}function classesOf({
layers}){let{output}=layers[layers.length-1];if(output.length===1)return output[0];throw new Refused("layers",output,"en\
ded by numbers in a row, one a class: flatten, then linear")}function labelled(labels,count,classes){if(labels.length!==
count)throw new Refused("labels.length",labels.length,`${count}, one a picture`);for(let index=0;index<count;index+=1)whole3(
`labels[${index}]`,labels[index],0,classes-1)}var SIDES=[8,64],MOST2=1e5,RADII=[.17,.32],EDGE=1,INKS=[.6,1],LEAN=.2,THICK=.28,LONG=.98,TURNED=Math.sqrt(3)/2,DISTANCES={
disc:(x,y)=>Math.sqrt(x*x+y*y)-1,ring:(x,y)=>Math.abs(Math.sqrt(x*x+y*y)-(1-THICK/2))-THICK/2,square:(x,y)=>box(x,y,.7,.7),
cross:(x,y)=>Math.min(box(x,y,LONG,THICK/1.6),box(x,y,THICK/1.6,LONG)),triangle:(x,y)=>Math.max(TURNED*Math.abs(x)-y/2,y)-
.5,bar:(x,y)=>box(x,y,LONG,THICK/1.6)},SHAPES=Object.keys(DISTANCES),box=(x,y,across,down)=>Math.max(Math.abs(x)-across,
Math.abs(y)-down);function shapes({side,count,noise=.15},seed){whole3("side",side,SIDES[0],SIDES[1]),whole3("count",count,
1,MOST2),finite("noise",noise,0);let random=generator(seed),pictures=new Float32Array(count*side*side),labels=new Uint8Array(
count);for(let picture2=0;picture2<count;picture2+=1){labels[picture2]=random.below(SHAPES.length);let pixels=pictures.subarray(
picture2*side*side,(picture2+1)*side*side);draw(pixels,side,SHAPES[labels[picture2]],placed(random,side)),strew(pixels,noise,
random)}return{side,classes:[...SHAPES],pictures,labels}}function draw(pixels,side,shape,{row:row2,column,radius,tilt:[cosine,
sine],ink}){let distance=DISTANCES[shape];for(let down=0;down<side;down+=1)for(let across=0;across<side;across+=1){let[x,
y]=[(across+.5-column)/radius,(down+.5-row2)/radius],covered=.5-radius*distance(cosine*x+sine*y,cosine*y-sine*x);pixels[down*
side+across]+=ink*Math.min(1,Math.max(0,covered))}}function placed(random,side){let radius=side*random.between(RADII[0],
RADII[1]),[low,high]=[radius+EDGE,side-radius-EDGE],[row2,column]=[random.between(low,high),random.between(low,high)];return{
row:row2,column,radius,tilt:leaning(random),ink:random.between(INKS[0],INKS[1])}}function leaning(random){let slope=random.
between(-LEAN,LEAN),length=Math.sqrt(1+slope*slope);return[1/length,slope/length]}function strew(pixels,noise,random){for(let index=0;index<
pixels.length;index+=1)pixels[index]=Math.min(1,Math.max(0,pixels[index]+noise*random.normal()))}var SIDE=12,NOISE=.05,BATCH=8,SMOOTH=20,GUESSING=Math.log(SHAPES.length),SPEC={input:[1,SIDE,SIDE],layers:[{kind:"conv",
kernels:4,size:3,padding:1},{kind:"relu"},{kind:"max_pool",size:2},{kind:"conv",kernels:8,size:3,padding:1},{kind:"relu"},
{kind:"max_pool",size:2},{kind:"flatten"},{kind:"linear",units:SHAPES.length}]};function startRace(rates,seed,updates){let{
pictures,labels}=shapes({side:SIDE,count:updates*BATCH,noise:NOISE},seed);return{pictures,labels,runners:rates.map(rate=>({
rate,network:createNetwork(SPEC,seed),losses:[],ended:null}))}}var behind2=({runners},updates)=>Math.min(...runners.map(
({losses,ended})=>ended===null?losses.length:updates));function step(race,updates){let least=behind2(race,updates);return least>=
updates?!1:(learn(race,race.runners.find(({losses,ended})=>ended===null&&losses.length===least)),behind2(race,updates)<updates)}
function learn({pictures,labels},runner){let from=runner.losses.length*BATCH,batch=pictures.subarray(from*SIDE*SIDE,(from+
BATCH)*SIDE*SIDE),{loss,gradients}=lossAndGradients(runner.network,batch,labels.subarray(from,from+BATCH));Number.isFinite(
loss)?(runner.losses.push(loss),update(runner.network,gradients,{optimizer:"sgd",rate:Number(runner.rate)})):runner.ended=
runner.losses.length}function smoothed(losses,update2){if(update2<1||update2>losses.length)return null;let last=losses.slice(
Math.max(0,update2-SMOOTH),update2);return last.reduce((sum,loss)=>sum+loss,0)/last.length}function lowest({runners}){let ends=runners.
map(({losses,ended})=>ended===null?smoothed(losses,losses.length)??1/0:1/0);return runners[ends.indexOf(Math.min(...ends))]}var HEIGHT=280,MARGIN2={left:44,right:64,top:12,bottom:42},HIGHEST=2.5,DASHES=[[2,4],[8,4],[],[14,4,2,4],[4,4]],[MIDDLE,
APART2]=[80,30],LINES=[0,.5,1,1.5,2,HIGHEST],EVERY=50;function drawCurves({find,race,bounds,words,theme,palettes}){let{updates}=bounds,
drawing=plot(find("canvas"),{width:breadth(find(".plane")),height:HEIGHT,margin:MARGIN2,theme,updates,high:HIGHEST}),marks2=Array.
from({length:Math.floor(updates/EVERY)+1},(_,mark)=>[mark*EVERY,whole(mark*EVERY)]);drawGrid(drawing,{lines:LINES.map(loss=>[
loss,decimal(loss,1)]),marks:marks2,name:words.update}),drawLevel(drawing,GUESSING,words.guessing);let ends=(race?.runners??
[]).map(({rate,losses},at)=>{let colour=inkOf(palettes.sequential.colours[MIDDLE+at*APART2]);return{said:marked(rate),end:drawLine(
drawing,losses.map((_,done2)=>[done2+1,smoothed(losses,done2+1)??0]),{colour,wide:3,dash:DASHES[at]})}});nameEnds(drawing,
ends)}var inkOf=colour=>`rgb(${colour&255} ${colour>>8&255} ${colour>>16&255})`;var PACE=60,SLICE=7,AT_ONCE=20,NO_BETTER=.05,EVERY2=20,stage_default=makeStage({root:".race",onWhite:!0,region:".outcome",
open,take,plays,draw:draw2,describe:describe2,table,picture});function open(stage){stage.race=null,stage.find(".train").
onclick=()=>stage.player.toggle();let seed=stage.find("input[name=seed]");seed.onchange=()=>{let asked2=Math.round(Number(
seed.value))||1;anew(stage,{seed:Math.max(1,Math.min(stage.bounds.seeds,asked2))})}}function take(stage,fresh){fresh&&(stage.
race=null);let{find,rates,words}=stage,buttons=rates.map(rate=>{let button=makeButton("favourite",marked(rate),()=>stage.
settle({favourite:rate}));return button.dataset.rate=rate,button.setAttribute("aria-label",put(words.favour,{rate:marked(
rate)})),button});find(".favourites").replaceChildren(find(".favourites b"),...buttons),find("input[name=seed]").max=stage.
bounds.seeds}function anew(stage,change){stage.player.stop(),stage.race=null,stage.settle({...change,favourite:""})}var made2=({
race,bounds})=>race===null?0:behind2(race,bounds.updates),done=stage=>made2(stage)===stage.bounds.updates;function draw2(stage){
let{find,view,words,playing}=stage;for(let button of find(".favourites").querySelectorAll("button"))button.setAttribute(
"aria-pressed",String(button.dataset.rate===view.favourite)),allow(button,made2(stage)===0);find("input[name=seed]").value=
view.seed,find(".train").textContent=words[playing?"pause":done(stage)?"again":made2(stage)>0?"go_on":"train"],find("can\
vas").setAttribute("aria-label",put(words.picture,{updates:made2(stage)})),drawCurves(stage)}function describe2(stage){let{
race,view,words,bounds}=stage,favourite=view.favourite&&put(words.predicted,{rate:marked(view.favourite)});return race===
null?view.favourite?`${favourite} ${words.run_it}`:words.choose:done(stage)?[favourite,view.favourite&&words[view.favourite===
lowest(race).rate?"right":"wrong"],result(race,words)].filter(Boolean).join(" "):[favourite,put(words.standing,{updates:simple(
made2(stage)),count:simple(bounds.updates)})].filter(Boolean).join(" ")}function result(race,words){let{rate,losses}=lowest(
race),best=put(words.lowest,{rate:marked(rate),loss:neat(smoothed(losses,losses.length)??Number.NaN,0)}),lost=race.runners.
filter(({ended})=>ended!==null),guessing=race.runners.filter(({losses:losses2,ended})=>ended===null&&(smoothed(losses2,losses2.
length)??0)>GUESSING-NO_BETTER),idle=guessing.length>0?[put(words.idle,{rates:listed(guessing.map(runner=>marked(runner.
rate)))})]:[];return[best,...idle,...lost.map(runner=>put(words.lost,{rate:marked(runner.rate),update:simple(runner.ended??
0)}))].join(" ")}function plays(stage){return{begin:()=>((stage.race===null||done(stage))&&(stage.race=startRace(stage.rates,
stage.view.seed,stage.bounds.updates)),!1),advance:()=>{let race=stage.race,until=performance.now()+SLICE,enough=made2(stage)+
AT_ONCE,more=!0;for(;more&&(stage.playing?performance.now()<until:made2(stage)<enough);)more=step(race,stage.bounds.updates);
return stage.redraw(),more},pace:()=>PACE,started:stage.redraw,stopped:stage.redraw}}function table(stage){let{race,rates,
words,shared,bounds}=stage,columns=[words.update,...rates.map(marked)],[count,at]=[Math.floor(bounds.updates/EVERY2),Math.
floor(made2(stage)/EVERY2)-1],line2=place2=>[String((place2+1)*EVERY2),...rates.map((_,which)=>said(smoothed(race?.runners[which].
losses??[],(place2+1)*EVERY2)))];return[tableOfLines(shared,put(words.table,{every:EVERY2,updates:bounds.updates}),columns,
{count,at,line:line2})]}var said=loss=>loss===null?"–":neat(loss,0);function picture({find,words,view}){return{file:words.
file,title:put(words.title,{seed:view.seed}),figures:figuresIn([find("figure")])}}export{stage_default as default};
