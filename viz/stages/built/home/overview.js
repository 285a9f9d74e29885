var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole3,name)=>values[name]??whole3),part=(element,selector)=>element.querySelector(
selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,!0)}
function standing(root,write3){let held=document.activeElement?.shadowRoot?.activeElement;if(write3(),!held||held.isConnected)
return;let controls=[...root.querySelectorAll("button, input, select, [tabindex]")],{name,textContent}=held;(controls.find(
each=>name?each.name===name:each.textContent===textContent)??controls.find(each=>each.checkVisibility()))?.focus()}function refuse(event){
event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark=>mark==="."?marks.decimal:mark===","?marks.group:"−");var whole=number=>marked(number.toString().replace(/\B(?=(\d{3})+$)/g,","));function decimal(number,places){let text=number.
toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}function listed(items){let texts=items.map(String);return texts.join(marks.decimal===","&&texts.some(text=>text.includes(
","))?"; ":marks.list)}var NOT_A_NUMBER=65535;var HIGHEST_LEVEL=65532;function limits(low,high,range){let signed=low<0;if(range==="symmetric"||range==="auto"&&signed){
let reach=Math.max(Math.abs(low),Math.abs(high));return[-reach,reach]}return high>0?[0,high]:[low<0&&range!=="zero"?low:
0,0]}function paletteFor([low]){return low<0?"diverging":"sequential"}function say(value,range){if(Number.isNaN(value))return"NaN";if(!Number.isFinite(value))return value>0?"+∞":"−∞";if(value===
0)return"0";let quantum=Math.max(10**(Math.floor(Math.log10(Math.abs(value)))-3),range/1e4);return quantum<1e-6||Math.abs(
value)>=1e6?marked(value.toExponential(3)):decimal(value,Math.max(0,Math.ceil(-Math.log10(quantum)-1e-9)))}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around3=root.getRootNode(),host="host"in around3?around3.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element){let{top}=element.getBoundingClientRect();
for(let at=above(element);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var MARKS={below:[128,128,128],above:[128,128,128],nan:[214,0,147],infinite:[0,0,0]};function paintCodes(codes,start,count,low,step,[
bottom,top],palette,pixels,at){let span=top-bottom,slope=span>0?255*step/span:0,base=span>0?255*(low-bottom)/span:127.5,
off=0;for(let index=0;index<count;index+=1){let code=codes[start+index],colour;if(code>HIGHEST_LEVEL)colour=code===NOT_A_NUMBER?
palette.nan:palette.infinite,off+=1;else{let level=base+code*slope;level<-.5||level>255.5?(colour=palette.clipped,off+=1):
colour=palette.colours[level+.5|0]}pixels[at+index]=colour}return off}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;function preparePalette(plane){let colours=new Uint32Array(
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
imageSmoothingQuality="medium",context.drawImage(source,sx,sy,sw,sh,x,y,width,height)}var CHOSEN="convoscope:chosen",POINTED="convoscope:pointed",DRAWN="convoscope:drawn",MOVED="convoscope:moved";var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
{kept:new Map,coming:new Map,base:""},page.convoscopeParcels}function atHand(key){let{kept}=shelf(),found=kept.get(key);
if(found!==void 0)return kept.delete(key),kept.set(key,found),found}function parcel(key,visit,lost=()=>{},delays=DELAYS){
let{kept,coming}=shelf(),found=atHand(key);if(found!==void 0)return Promise.resolve(found);let under2=coming.get(key);if(under2!==
void 0)return under2.tries>=delays.length?under2.found:under2.found.catch(()=>parcel(key,visit,lost,delays));let promise=insisted(
key,visit,lost,delays).then(bytes2=>(kept.set(key,bytes2),makeRoom(kept,bytes2),bytes2)).finally(()=>coming.delete(key));
return coming.set(key,{found:promise,tries:delays.length}),promise}function makeRoom(kept,newest){let weight=[...kept.values()].
reduce((sum,{length})=>sum+length,0);for(let[key,bytes2]of kept){if(weight<=67108864)return;bytes2!==newest&&(kept.delete(
key),weight-=bytes2.length)}}async function insisted(key,visit,lost,delays){for(let delay of[...delays,null]){let found=await asked(
key,visit);if(found!==null)return found;if(delay===null)break;lost(),await new Promise(resolve=>setTimeout(resolve,delay))}
throw new Error(`no parcel ${key}`)}async function asked(key,visit){let held=shelf();for(let base of held.base?[held.base]:
bases())try{let answer=await fetch(new URL(`payload/${key}`,base),{headers:{"x-visit":visit}});if(answer.ok&&answer.headers.
get("content-type")?.startsWith(KIND))return held.base=base,new Uint8Array(await answer.arrayBuffer())}catch{}return null}
function bases(){let{origin,pathname}=new URL(document.baseURI),inside=`${origin}${pathname.replace(/[^/]*$/,"")}`;return pathname.
endsWith("/")?[inside]:[inside,`${origin}${pathname}/`]}var PATIENCE=8e3,REST=90,LULL=250,MOST_UNUSED=32*2**20,unused=new Map;function foresee(stage,show){let rest2=0,keyOf=event=>{
let{kind,value}=event.detail??{},{[kind]:named={}}=stage.ahead??{};return{kind,key:Object.hasOwn(named,value)?named[value]:
void 0}},chosen=event=>{clearTimeout(rest2);let{kind,key}=keyOf(event);stage.expected=key===void 0?null:{key,view:null,until:performance.
now()+PATIENCE},key!==void 0&&(atHand(key)!==void 0?show(key,kind):askBeside(stage,key,()=>show(key,kind)))},pointed=event=>{
clearTimeout(rest2);let{key}=keyOf(event);key!==void 0&&(rest2=window.setTimeout(()=>fetchAhead(stage,key),REST))};return window.
addEventListener(CHOSEN,chosen),window.addEventListener(POINTED,pointed),()=>{clearTimeout(rest2),clearTimeout(stage.lull),
window.removeEventListener(CHOSEN,chosen),window.removeEventListener(POINTED,pointed)}}async function askBeside(stage,key,show){
try{await parcel(key,stage.visit??"",void 0,[]),stage.expected?.key===key&&stage.expected.view===null&&show()}catch{}}function lookAround(stage,key){
if(clearTimeout(stage.lull),key===void 0)return;unused.delete(key);let row=Object.values(stage.ahead?.layer??{}),at=row.
indexOf(key);at<0||(stage.lull=setTimeout(()=>{for(let next2 of[row[at+1],row[at-1]])next2!==void 0&&fetchAhead(stage,next2)},
LULL))}async function fetchAhead(stage,key){if(!(atHand(key)!==void 0||document.hidden||isMetered())&&!([...unused.values()].
reduce((sum,bytes2)=>sum+bytes2,0)>=MOST_UNUSED))try{unused.set(key,(await parcel(key,stage.visit??"",void 0,[])).length)}catch{}}
function isMetered(){let{saveData=!1,type="",effectiveType="4g"}=navigator.connection??{};return saveData||type==="cellu\
lar"||effectiveType!=="4g"}function expect(stage,key){stage.expected={key,view:JSON.stringify(stage.view),until:performance.
now()+PATIENCE}}function met(stage,keys,view){let{expected}=stage;return!expected||!keys.includes(expected.key)||(stage.
expected=null,expected.view===null)?"news":JSON.stringify(stage.view)!==expected.view?"older":JSON.stringify({...stage.view,
...view})===expected.view?"same":"news"}function wait(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.
key)?0:Math.max(0,expected.until-performance.now())}var REST2=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"hear\
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
...element.childNodes].map(({textContent})=>textContent).join(" ");var PATIENCE2=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE2)},
PATIENCE2)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.
knows<done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same?Math.max(done,knows):knows,told:same?Math.max(told,knows):knows}}var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
return typeof layout=="function"?layout(key,at):layout.kind==="cells"?nextCell(layout,key,at):nextNumber(layout,key,at)}
function nextCell({rows,columns,corners=!1},key,[row,column]){if(key==="Home")return[corners?0:row,0];if(key==="End")return[
corners?rows-1:row,columns-1];let step=arrow(key);if(step===null)return null;let[down,across]=[row+step[0],column+step[1]];
return down>=0&&across>=0&&down<rows&&across<columns?[down,across]:[row,column]}function nextNumber(layout,key,at){let last2=layout.
count-1;if(key==="Home")return Math.min(0,last2);if(key==="End")return last2;if(layout.kind==="list"&&layout.page&&(key===
"PageDown"||key==="PageUp"))return Math.max(0,Math.min(last2,at+(key==="PageDown"?layout.page:-layout.page)));let step=arrow(
key);if(step===null||layout.kind==="list"&&layout.flat&&step[0]!==0)return null;let to=at+step[0]*downwards(layout)+step[1];
return to>=0&&to<=last2?to:layout.kind==="list"&&layout.wraps?(to+layout.count)%layout.count:at}var downwards=layout=>layout.
kind==="tiles"?layout.across:layout.rises?-1:1,WIDGETS=["slider","listbox","radiogroup","radio","option"],CONTROLS=["INP\
UT","SELECT","BUTTON"];function bindKeys(element,act){CONTROLS.includes(element.tagName)||WIDGETS.includes(element.getAttribute(
"role")??"")||element.setAttribute("role","application"),element.onkeydown=event=>press(act,event)}function press({layout,
at,go,keys={}},event){if(event.altKey||event.ctrlKey||event.metaKey)return;let own=keys[event.key],to=own===void 0&&layout&&
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}function pointIn(event,element){let{left,top}=element.getBoundingClientRect();return[(event.clientX-left)/perUnit(),(event.
clientY-top)/perUnit()]}function scaleOver(maps){let[low,high]=[1/0,-1/0];for(let values of maps)for(let value of values)value<low&&value>-1/0&&
(low=value),value>high&&value<1/0&&(high=value);return low>high?[0,0]:limits(low,high,"auto")}function palettesOf(planes){
let brought=["sequential","diverging"].filter(name=>planes[name]!==void 0);return Object.fromEntries(brought.map(name=>[
name,preparePalette(planes[name].values)]))}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes2=payload.slice(),length=new DataView(bytes2.buffer).getUint32(0,!0),header2=JSON.
parse(new TextDecoder().decode(bytes2.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,
shape,offset}]of Object.entries(header2.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes2.buffer,start+offset,count),shape}}return{...header2,planes}}var pieces=new WeakMap;function endingOf(data){return data instanceof
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
addEventListener("visibilitychange",hide),play.begin(),play.started(),run()},run=()=>{let last2=null,owed=0,tick=now=>{let pace=play.
pace();owed+=Math.min(now-(last2??now),Math.max(LATE,1e3/pace))*pace/1e3,last2=now;let steps=Math.floor(owed+1e-9);owed-=
steps,steps>0&&!play.advance(steps)?stop(!0):stage.playing&&(frame2=requestAnimationFrame(tick))};frame2=requestAnimationFrame(
tick)};return{toggle:()=>stage.playing?stop():start(),stop:()=>stop(),drop}}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}var handPicture=(root,{file,title:title2,figures})=>savePicture(root,`${file}.png`,title2,
figures);function savePicture(root,fileName,title2,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
document.createElement("canvas"));measure2.font=FONT;let sizes=shown.map(({canvases:[canvas2],caption})=>[Math.max(canvas2.
clientWidth,measure2.measureText(caption).width),canvas2.clientHeight+LINE]),{places,width,height}=flow(sizes,WIDEST);measure2.
font=`600 ${FONT}`;let wide=Math.max(width,measure2.measureText(title2).width)+2*MARGIN,canvas=document.createElement("c\
anvas");[canvas.width,canvas.height]=[wide*2,(height+2*MARGIN+1.5*LINE)*2];let context=contextOf(canvas);context.scale(2,
2),context.fillStyle="#ffffff",context.fillRect(0,0,canvas.width,canvas.height),context.fillStyle="#16171d",context.font=
`600 ${FONT}`,context.textBaseline="top",context.fillText(title2,MARGIN,MARGIN),context.font=FONT,context.imageSmoothingEnabled=
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
createElement("table"),[title2,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title2.append(words);let[head2,body]=[document.createElement("thead"),document.createElement("tbody")];return head2.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells,row)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:null))),table2.append(title2,head2,body),
table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){let row=document.createElement(
"tr");return row.append(...cells),at!==null&&(at<0?row:cells[at+1])?.setAttribute("aria-current","true"),row}var waiting=(root,tell)=>(state,words)=>{if(state==="lost"){tell("lost",Date.now());return}if(root.ariaBusy==="true"&&state===
""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,root.
querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement("p"),
{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var SETTLE=250;function makeStage(own){let definition=own,{event,relays}=definition;return mountStage(parent=>openStage(
parent,definition),(stage,data,keys)=>receive(stage,data,keys,definition),{event,leave:stage=>{stage.unforesee?.(),globalThis.
removeEventListener?.(MOVED,stage.moved),definition.leave?.(stage)},relays})}function openStage(parentElement,definition){
let root=parentElement.querySelector(definition.root),stage={root,received:null,view:null,hovered:null,timer:0,frame:0,playing:!1};
stage.find=selector=>root.querySelector(selector),stage.redraw=()=>redraw(stage,definition),stage.follow=()=>follow(stage,
definition),stage.soon=()=>soon(stage,definition);let told=()=>definition.told?definition.told(stage):{...stage.view};stage.
tellSoon=rest2=>stage.later(()=>stage.playing?null:told(),rest2),stage.settle=(change={})=>{Object.assign(stage.view,change),
stage.redraw(),stage.tellSoon()},stage.move=(change,tells=!0)=>{Object.assign(stage.view,change),stage.follow(),tells&&stage.
tellSoon()},stage.hover=place2=>{JSON.stringify(place2)!==JSON.stringify(stage.hovered)&&(stage.hovered=place2,stage.soon())},
stage.save=()=>save(stage,definition);let button=root.querySelector('button[data-say="save_png"]');button!==null&&(button.
onclick=stage.save),definition.plays&&(stage.player=makePlayer(stage,definition.plays(stage))),definition.foresees&&(stage.
unforesee=foresee(stage,(key,kind)=>showAhead(stage,key,kind,definition))),definition.open?.(stage);let{table:table2}=definition;
return stage.tables=table2?makeTables(root,()=>stage.received===null?[]:table2(stage)):null,stage.aloud=makeAloud(root,()=>stage.
playing),stage.moved=()=>{stage.received!==null&&Math.abs(measure(root)-stage.room)>1&&stage.redraw()},globalThis.addEventListener?.(
MOVED,stage.moved),stage.watcher=new ResizeObserver(stage.redraw),stage.watcher.observe(root),stage}function receive(stage,data,keys,definition){
let{hash,visit,done,shown,words:shared={}}=stage.course,same=stage.received!==null&&stage.visit===visit;if(same&&stage.hash===
hash&&stage.serial!==void 0)return;let{view,...rest2}=opened(data),meeting=met(stage,keys,view);if(meeting==="same"){Object.
assign(stage,rest2,{received:rest2.serial??0,hash,visit,planes:stage.planes}),lookAround(stage,keys[0]);return}let other=rest2.
serial===void 0?done<=(shown??0):rest2.serial!==stage.received,anew=meeting!=="older"&&(!same||other);Object.assign(stage,
rest2,{received:rest2.serial??0,hash,visit,shared}),stage.tables&&nameTables(stage.tables,shared),anew&&takeOver(stage,view,
rest2.serial!==void 0),stage.palettes=palettesOf(stage.planes),present(stage,anew,definition),meeting==="older"&&stage.tellSoon(),
lookAround(stage,keys[0])}function takeOver(stage,view,unhover){clearTimeout(stage.timer),stage.player?.drop(),stage.view=
{...view},unhover&&(stage.hovered=null)}function present(stage,anew,{take:take2,drawn}){speak(stage.root,stage),take2?.(
stage,anew),stage.redraw(),stage.root.dataset.drawn=String(drawn?drawn(stage):stage.received)}function showAhead(stage,key,kind,definition){
let bytes2=atHand(key);if(bytes2===void 0||stage.received===null)return;let before={view:stage.view,start:stage.start},{
planes,...rest2}=unpack(bytes2),{sequential,diverging}=stage.planes;Object.assign(stage,rest2,{planes:{...planes,sequential,
diverging}}),takeOver(stage,definition.foresees(stage,kind,before),!0),present(stage,!0,definition),expect(stage,key),lookAround(
stage,key)}function redraw(stage,definition){let width=stage.root.clientWidth;stage.received===null||width===0||(stage.room=
measure(stage.root),definition.narrow&&stage.root.classList.toggle("narrow",width<definition.narrow*perUnit()),stage.theme=
themeOf(stage.root),standing(stage.root,()=>{definition.draw(stage),follow(stage,definition)}),introduce(stage.root,stage.
shared))}function save(stage,definition){!definition.picture||stage.received===null||(definition.onWhite&&(stage.theme={
...stage.theme,...WHITE},definition.draw(stage),definition.mark?.(stage)),handPicture(stage.root,definition.picture(stage)),
definition.onWhite&&redraw(stage,definition))}function follow(stage,{mark,describe:describe3,aloud:aloud2,region=".reado\
ut"}){mark?.(stage);let said=describe3?.(stage)??null;said!==null&&write(stage.find(region),said),(aloud2||said!==null)&&
hear(stage.aloud,aloud2?aloud2(stage):textOf(stage.find(region))),stage.tables&&followTables(stage.tables)}function soon(stage,definition){
stage.received===null||stage.frame!==0||(stage.frame=requestAnimationFrame(()=>{stage.frame=0,stage.root.clientWidth>0&&
follow(stage,definition)}))}function mountStage(open2,receive2,{event="settled",leave:leave3=()=>{},relays=!1}={}){let stages=new WeakMap;
return({data,parentElement,setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open2(parentElement),relays);
stages.set(parentElement,stage),telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);
let delay=wait(stage,keys);delay>0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(
stage,data,keys))};return arrive(stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(
stage.late),clearTimeout(stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&
cancelAnimationFrame(stage.frame),stage.player?.drop(),stage.awaited=null,leave3(stage),stage.watcher.disconnect(),stages.
delete(parentElement)}}}function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{
clearTimeout(stage.timer),relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){
let{course}=stage;stage.tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(
name,value)}),host?host(name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(
DRAWN,{detail:{...value,serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make,rest2=SETTLE)=>{
stage.busy(),stage.timer=setTimeout(()=>{let value=make();value!==null&&stage.tell(value)},rest2)}}var ALL="all",PICTURE=-1,BRACKET=24,ARCS=46,VOLUMES=116,BELOW=30,LINE2=19,LINES=4,TIGHTER=.8,TILE=40,GAP2=3,ANSWERS=160,
FIRST=112,TALLEST=96,DEEPEST=46,[LEAST,SLANT,RISE]=[3,.3,.55];function heights(depth,lines,maps){let base=BRACKET*depth+
ARCS+VOLUMES,text=base+BELOW,tiles=text+(lines+LINES)*LINE2+6;return{axis:base-VOLUMES/2,base,text,tiles,total:tiles+maps*
(TILE+GAP2)}}var every=groups=>groups.flatMap(group=>[group,...every(group.children)]);function opened2(text,groups){let known=every(
groups).map(({key})=>key);return new Set(text===ALL?known:text.split(",").filter(key=>known.includes(key)))}function spelled(open2,groups){
let known=every(groups).map(({key})=>key),kept=known.filter(key=>open2.has(key));return kept.length===known.length&&kept.
length>0?ALL:kept.join(",")}function visible(groups,open2,count){let nodes=[],brackets=[],layers=(from,to,depth)=>{for(let at=from;at<
to;at+=1)nodes.push({group:null,start:at,stop:at+1,depth})},walk=(inside,from,to,depth)=>{let at=from;for(let group of inside){
if(layers(at,group.start,depth),open2.has(group.key)){let bracket={group,from:nodes.length,to:0,depth};brackets.push(bracket),
walk(group.children,group.start,group.stop,depth+1),bracket.to=nodes.length-1}else nodes.push({group,start:group.start,stop:group.
stop,depth});at=group.stop}layers(at,to,depth)};return walk(groups,0,count,0),{nodes,brackets}}function edges(nodes,sources){
let owner=new Int32Array(sources.length);nodes.forEach(({start,stop},index)=>owner.fill(index,start,stop));let found=new Map;
return sources.forEach((list,layer)=>{for(let source of list){let[from,to]=[source<0?PICTURE:owner[source],owner[layer]];
from!==to&&found.set(`${from} ${to}`,[from,to])}}),[...found.values()]}function around2(pairs,index){return{before:pairs.
filter(([,to])=>to===index).map(([from])=>from),after:pairs.filter(([from])=>from===index).map(([,to])=>to)}}function joins(pairs,[
from,to]){return pairs.some(([other,target])=>target===to&&other===to-1&&other!==from)}function volume(shape,[pictureRows,
pictureColumns],mostChannels){let[channels,rows,columns]=[...shape,1,1],size=(part2,whole3,most)=>Math.max(LEAST,most*Math.
sqrt(part2/whole3)),height=size(rows,Math.max(pictureRows,pictureColumns),TALLEST),across=size(columns,Math.max(pictureRows,
pictureColumns),TALLEST)*SLANT;return{height,across,depth:size(channels,mostChannels,DEEPEST),rise:across*RISE}}function spread(widths2,room){
let wanted=widths2.reduce((sum,width)=>sum+width,0),share=wanted>room&&wanted*TIGHTER<=room?room/wanted:1,more=widths2.length>
0?Math.max(0,room-wanted)/widths2.length:0,lefts=[0];for(let width of widths2)lefts.push(lefts[lefts.length-1]+width*share+
more);return{lefts,total:lefts[lefts.length-1]}}var parts=name=>name.split(/(?<=\.)|(?<=[^…] )/);function inLines(name,room,measure2){
let lines=[""];for(let part2 of parts(name)){let longer=lines[lines.length-1]+part2;lines.at(-1)&&measure2(longer.trimEnd())>
room?lines.push(part2):lines[lines.length-1]=longer}return lines.map(line2=>line2.trim())}function columnAt(lefts,x){if(x<
0||x>=lefts[lefts.length-1])return null;let[low,high]=[0,lefts.length-1];for(;high-low>1;){let middle=low+high>>1;lefts[middle]<=
x?low=middle:high=middle}return low}function brief(number){let unit2=[[1e12,"T"],[1e9,"G"],[1e6,"M"],[1e3,"k"]].find(([size])=>Number(
(number/size).toPrecision(3))>=1);if(number<1e4||unit2===void 0)return whole(number);let shown=number/unit2[0];return`${decimal(
shown,shown<9.995?2:shown<99.95?1:0)} ${unit2[1]}`}var leaves=(stage,index)=>index===PICTURE?0:stage.centres[index]+stage.volumes[index].width/2,enters=(stage,index)=>stage.
centres[index]-stage.volumes[index].width/2;function drawEdges(context,stage,theme,seen){let{lit}=stage,strong=([from,to])=>lit!==
null&&(from===lit.index||to===lit.index),ordered=lit===null?stage.pairs:[...stage.pairs].sort((one,other)=>Number(strong(
one))-Number(strong(other)));for(let pair of ordered){let[from,to]=pair,[start,stop]=[leaves(stage,from),enters(stage,to)];
if(!seen(Math.min(start,stop),Math.max(start,stop)))continue;let hot=strong(pair);context.globalAlpha=hot?1:lit===null?.6:
.2,context.lineWidth=hot?2.5:1.25;let colour=hot?theme.accent:theme.text;to===from+1?arrow2(context,start+2,stage.at.axis,
stop-1,colour):arc(context,stage,pair,colour)}context.globalAlpha=1}function arrow2(context,from,y,to,colour){context.strokeStyle=
context.fillStyle=colour,context.beginPath(),context.moveTo(from,y),context.lineTo(Math.max(from,to-4),y),context.stroke(),
head(context,to,y,0)}function head(context,x,y,angle){context.save(),context.translate(x,y),context.rotate(angle),context.
beginPath(),context.moveTo(0,0),context.lineTo(-7,-4),context.lineTo(-7,4),context.fill(),context.restore()}function arc(context,stage,pair,colour){
let[from,to]=pair,over=stage.over.get(pair),edge=index=>index===PICTURE?0:stage.volumes[index].height/2,sign=over?-1:1,[
x,end]=[from===PICTURE?0:stage.centres[from],stage.centres[to]],[y,last2]=[stage.at.axis+sign*(edge(from)+2),stage.at.axis+
sign*(edge(to)+3)],limit=over?stage.at.axis-VOLUMES/2-ARCS+6:stage.at.base+BELOW-6,room=Math.abs(limit-stage.at.axis)-VOLUMES/
2,height=stage.at.axis+sign*(VOLUMES/2+room*Math.min(1,.25+(end-x)/900));context.strokeStyle=context.fillStyle=colour;let bend=Math.
min(24,(end-x)/3);context.beginPath(),context.moveTo(x,y),context.bezierCurveTo(x,height,x,height,x+bend,height),context.
lineTo(end-bend,height),context.bezierCurveTo(end,height,end,height,end,last2-sign*-4),context.stroke(),head(context,end,
last2,over?Math.PI/2:-Math.PI/2)}var overRow=pairs=>new Map(pairs.map(pair=>[pair,joins(pairs,pair)]));function drawMaps(context,stage,strongest2,centre,room){let{tiles}=strongest2,across=Math.min(tiles.length,room>=2*TILE+
GAP2?2:1),left=centre-(across*(TILE+GAP2)-GAP2)/2;tiles.slice(0,2*across).forEach((tile,number)=>{let[column,line2]=[number%
across,Math.floor(number/across)],to=[left+column*(TILE+GAP2),stage.at.tiles+line2*(TILE+GAP2),TILE,TILE];place(context,
tile,[0,0,tile.width,tile.height],to)})}function paintTiles(stage){return new Map(stage.strongest.map(each=>{let{values:codes,
shape:[count,rows,columns]}=stage.planes[each.plane],[low,step]=["low","step"].map(name=>stage.planes[`${name} ${each.layer}`].
values),ends=Float64Array.from([...low].flatMap((value,map)=>[value,value+step[map]*HIGHEST_LEVEL])),scale=scaleOver([ends]),
tiles=Array.from({length:count},(_,map)=>{let pixels=new Uint32Array(rows*columns),palette=stage.palettes[paletteFor(scale)];
return paintCodes(codes,map*pixels.length,pixels.length,low[map],step[map],scale,palette,pixels,0),canvasOf(pixels,rows,
columns)});return[each.layer,{...each,tiles,scale}]}))}var PERCENT=66,font=(theme,size,weight=400)=>`${weight} ${size}px ${theme.font||"sans-serif"}`;function shortened(context,text,width){
if(context.measureText(text).width<=width)return text;for(let cut2=1;cut2<text.length;cut2+=1)if(context.measureText(`…${text.
slice(cut2)}`).width<=width)return`…${text.slice(cut2)}`;return"…"}function cut(context,text,width){if(context.measureText(
text).width<=width)return text;for(let length=text.length-1;length>0;length-=1){let start=`${text.slice(0,length).trimEnd()}\
…`;if(context.measureText(start).width<=width)return start}return"…"}function drawPicture(canvas,stage,theme){let{at,
words,source,size:[rows,columns]}=stage,context=fit(canvas,FIRST,at.total),longest=Math.max(rows,columns),[width,height]=[
92*columns/longest,92*rows/longest];place(context,source,[0,0,columns,rows],[0,at.axis-height/2,width,height]),context.fillStyle=
theme.text,context.textBaseline="top",context.font=font(theme,14,600),context.fillText(words.picture,0,at.text),context.
globalAlpha=.85,context.font=font(theme,14),[words.head_shape,words.head_parameters,words.head_multiply_adds].forEach((text,line2)=>context.
fillText(text,0,at.text+(stage.lines+1+line2)*LINE2)),stage.hasMaps&&wrapped(context,words.head_maps,FIRST-8).forEach((text,line2)=>context.
fillText(text,0,at.tiles+line2*16)),context.globalAlpha=1,arrow2(context,width+1,at.axis,FIRST-1,theme.text)}var last=lines=>lines[lines.
length-1];function wrapped(context,text,width){let lines=[""];for(let word of text.split(" ")){let longer=last(lines)?`${last(
lines)} ${word}`:word;last(lines)&&context.measureText(longer).width>width?lines.push(word):lines[lines.length-1]=longer}
return lines}function drawNetwork(canvas,stage,theme,left,width){let context=fit(canvas,width,stage.at.total);context.translate(
-left,0);let seen=(from,to)=>to>=left&&from<=left+width;drawBrackets(context,stage,theme,left,width),drawEdges(context,stage,
theme,seen),stage.nodes.forEach((node,index)=>{seen(stage.lefts[index],stage.lefts[index+1])&&drawNode(context,stage,theme,
node,index)}),seen(stage.end,stage.total)&&drawAnswers(context,stage,theme)}function drawBrackets(context,stage,theme,left,width){
context.textBaseline="middle";for(let bracket of stage.brackets){let[from,to]=[stage.lefts[bracket.from]+3,stage.lefts[bracket.
to+1]-3];if(to<left||from>left+width)continue;let top=bracket.depth*BRACKET,hot=stage.hot===bracket;context.strokeStyle=
hot?theme.accent:theme.line,context.lineWidth=hot?2:1.5,context.beginPath(),context.moveTo(from,top+BRACKET-1),context.lineTo(
from,top+BRACKET-6),context.lineTo(to,top+BRACKET-6),context.lineTo(to,top+BRACKET-1),context.stroke(),context.font=font(
theme,14,600),context.fillStyle=hot?theme.accent:theme.text;let start=Math.max(from,Math.min(left+4,to-120));context.fillText(
shortened(context,`▾ ${bracket.group.label}`,Math.max(40,to-start)),start,top+9)}}function drawNode(context,stage,theme,node,index){
let{lit,at}=stage,traced=lit!==null&&(lit.index===index||lit.before.includes(index)||lit.after.includes(index)),dim=lit!==
null&&!traced;context.globalAlpha=dim?.45:1;let room=stage.lefts[index+1]-stage.lefts[index];lit?.index===index&&(context.
fillStyle=theme.ground,context.beginPath(),context.roundRect(stage.lefts[index]+1,at.text-5,room-2,at.total-at.text+4,6),
context.fill()),drawVolume(context,stage.volumes[index],stage.centres[index],at.axis,theme,traced,node.group!==null),write2(
context,stage,theme,node,index,room-6);let strongest2=stage.strongestOf.get(node.stop-1);strongest2!==void 0&&drawMaps(context,
stage,strongest2,stage.centres[index],room-4),context.globalAlpha=1}function drawVolume(context,box,centre,axis,theme,traced,folded){
let{height,across,depth,rise,width}=box,[left,top]=[centre-width/2,axis-height/2],face=(fill,...points)=>{context.beginPath(),
points.forEach(([x,y],number)=>{number?context.lineTo(x,y):context.moveTo(x,y)}),context.closePath(),context.fillStyle=fill,
context.fill(),context.stroke()};context.strokeStyle=traced?theme.accent:theme.text,context.lineWidth=traced?2:1,context.
lineJoin="round";let boxAt=x=>{let[y,low]=[top+rise/2,top+height+rise/2],far=x+depth;face(theme.ground,[x,y],[x+across,y-
rise],[far+across,y-rise],[far,y]),face(theme.line,[far,y],[far+across,y-rise],[far+across,low-rise],[far,low]),face(theme.
paper,[x,y],[far,y],[far,low],[x,low])};folded&&boxAt(left+5),boxAt(left)}function write2(context,stage,theme,node,index,room){
let{words,layers,at}=stage,last2=layers[node.stop-1],sum=what=>layers.slice(node.start,node.stop).reduce((total,layer)=>total+
layer[what],0),count=node.stop-node.start,lines=[node.group===null?last2.kind:`▸ ${put(words.layers,{count})}`,last2.shape.
join("×"),brief(sum("parameters")),brief(sum("multiply_adds"))];context.textAlign="center",context.textBaseline="top",context.
fillStyle=theme.text,context.font=font(theme,14,600),stage.names[index].forEach((text,line2)=>{context.fillText(shortened(
context,text,room),stage.centres[index],at.text+line2*LINE2)}),lines.forEach((text,line2)=>{context.font=font(theme,14),
context.fillText(shortened(context,text,room),stage.centres[index],at.text+(stage.lines+line2)*LINE2)}),context.textAlign=
"left"}function drawAnswers(context,stage,theme){let{answers,words,at}=stage,left=stage.end+22;arrow2(context,stage.end+
2,at.axis,left-6,theme.text),context.fillStyle=theme.text,context.textBaseline="alphabetic",context.font=font(theme,14,600);
let width=ANSWERS-26;if(answers.length===0){context.font=font(theme,14),wrapped(context,words.no_answer,width).forEach((text,line2)=>context.
fillText(text,left,at.axis-8+line2*18));return}answers.forEach(({name,share,text},rank)=>{let y=at.axis-44+rank*46;context.
font=font(theme,rank?14:16,rank?400:600);let taken=context.measureText(text).width,room=width-PERCENT;context.fillStyle=
theme.text,context.fillText(cut(context,name,width),left,y),context.fillText(text,left+width-taken,y+17),share!==null&&(context.
fillStyle=theme.line,context.fillRect(left,y+7,room,9),context.fillStyle=theme.accent,context.fillRect(left,y+7,Math.max(
1,room*share),9))})}function under(stage,x,y){let deepest=Math.floor(y/BRACKET),bracket=stage.brackets.find(({depth,from,to})=>depth===deepest&&
x>=stage.lefts[from]&&x<stage.lefts[to+1]);if(bracket!==void 0)return{bracket};let node=y<stage.at.total?columnAt(stage.
lefts,x):null;return node===null?{}:{node}}function bindMouse(stage){let{canvas}=stage,at=event=>{let[x,y]=pointIn(event,
canvas);return under(stage,x+stage.find(".scroller").scrollLeft/perUnit(),y)};canvas.onpointermove=event=>{let found=at(
event),passing=pointIn(event,canvas)[1]>stage.at.tiles;found.bracket?stage.heat(found.bracket):found.node!==void 0&&!passing&&
(found.node!==stage.cursor||stage.lit===null||stage.hot!==null)&&stage.point(found.node,!1)},canvas.onpointerleave=event=>{
event.pointerType!=="touch"&&stage.rest()};let finger=!1,before=null;canvas.onpointerdown=event=>{finger=event.pointerType===
"touch",before=stage.lit===null?null:stage.cursor},canvas.onclick=event=>{let found=at(event);if(found.bracket&&stage.toggle(
found.bracket.group.key),found.node===void 0)return;let again=found.node===before;stage.point(found.node,!1),(!finger||again||
stage.nodes[found.node].group!==null)&&enter(stage)}}function enter(stage){let node=stage.nodes[stage.cursor];node.group!==
null?stage.toggle(node.group.key):stage.go(stage.layers[node.start].pages[0],stage.layers[node.start].name)}function leave(stage){
let around3=stage.brackets.filter(({from,to})=>from<=stage.cursor&&stage.cursor<=to);around3.length>0&&stage.toggle(around3[around3.
length-1].group.key)}function listen(stage){stage.canvas.onfocus=()=>{stage.canvas.matches(":focus-visible")&&stage.point(
stage.cursor,!0)};let into=()=>enter(stage);bindKeys(stage.canvas,{layout:()=>({kind:"list",count:stage.nodes.length,flat:!0}),
at:()=>stage.cursor,go:index=>stage.point(index,!0),keys:{Enter:into," ":into,Escape:()=>leave(stage)}})}var MOST=4;function listed2(names,words){return names.length<=MOST?listed(names):put(words.and_more,{names:listed(names.
slice(0,MOST-1)),count:names.length-MOST+1})}var bytes=number=>`${brief(number)}${number<1e4?" ":""}B`;function costs(node,layers){
let sum=what=>layers.slice(node.start,node.stop).reduce((total,layer)=>total+layer[what],0);return{parameters:sum("param\
eters"),multiply_adds:sum("multiply_adds"),memory:sum("memory")}}function describe2(stage,index,lit){let{nodes,layers,words}=stage,
node=nodes[index],name=at=>at===PICTURE?words.picture:fullName(nodes[at],layers),last2=layers[node.stop-1],spent=costs(node,
layers),what=put(node.group===null?words.layer:words.group,{name:fullName(node,layers),kind:last2.kind,count:node.stop-node.
start,shape:last2.shape.join(" × "),parameters:whole(spent.parameters),multiply_adds:brief(spent.multiply_adds),memory:bytes(
spent.memory)}),fed=lit.before.length>0?put(words.fed,{names:listed2(lit.before.map(name),words)}):"",feeds=lit.after.length>
0?put(words.feeds,{names:listed2(lit.after.map(name),words)}):words.feeds_answer;return[what,fed,feeds,strongest(stage,node)].
filter(Boolean).join(" ")}function strongest(stage,node){let found=stage.strongestOf.get(node.stop-1);if(found===void 0)
return"";let maps=found.channels.map((channel,at)=>`${channel} (${found.means[at]===null?"NaN":say(found.means[at],0)})`);
return put(stage.words.strongest,{maps:listed(maps)})}function tableOfNodes({shared,words,captions,nodes,layers,cursor}){
let columns=["table_name","table_layers","head_shape","head_parameters","head_multiply_adds","table_memory"].map(name=>words[name]);
return tableOfLines(shared,captions.title,columns,{count:nodes.length,at:cursor,line:at=>{let node=nodes[at],spent=costs(
node,layers),shape=layers[node.stop-1].shape.join(" × "),numbers2=[whole(spent.parameters),brief(spent.multiply_adds),bytes(
spent.memory)];return[fullName(node,layers),String(node.stop-node.start),shape,...numbers2]}})}var fullName=(node,layers)=>node.
group===null?layers[node.start].name:node.group.label;function title(node,layers,brackets){let name=fullName(node,layers),
path=node.group===null?name:node.group.key,known=brackets.filter(({group})=>group.start<=node.start&&node.stop<=group.stop).
map(({group})=>`${group.key}.`).filter(start=>path.startsWith(start));return known.length>0?path.slice(known[known.length-
1].length):name.replace(/^features\.(?=[a-z])/i,"")}function doors(stage,index){let{words,nodes,layers}=stage,{group,start}=nodes[index];
if(group!==null)return[{name:"unfold",text:words.unfold,act:()=>stage.toggle(group.key)}];let layer=layers[start];return layer.
pages.map(page=>({name:page,text:words[`page_${page}`],act:()=>stage.go(page,layer.name)}))}var[NARROW,LEAST2,MOST2]=[640,62,150],NAMED2=2,stage_default=makeStage({root:".stage",narrow:NARROW,open,take,draw:arrange,
aloud,table,picture});function open(stage){stage.canvas=stage.find(".network"),stage.toggle=key=>toggle(stage,key),stage.
go=(page,layer)=>leave2(stage,page,layer),stage.point=(index,scroll)=>point(stage,index,scroll),stage.heat=bracket=>heat(
stage,bracket),stage.rest=()=>rest(stage),stage.find(".scroller").onscroll=()=>later(stage),bindMouse(stage),listen(stage)}
function take(stage,anew){let{planes,captions,words,find}=stage;Object.assign(stage,{source:pictureCanvas(planes.picture),
size:planes.picture.shape,strongestOf:paintTiles(stage)}),stage.hasMaps=stage.strongest.length>0,stage.canvas.setAttribute(
"aria-label",`${captions.alt} ${words.keys}`),find(".key").textContent=`${words.key} ${words.keys}`,anew&&(Object.assign(
stage,{cursor:0,hot:null,lit:null,offered:null,fresh:!0}),find(".readout").textContent=words.point,find(".doors").replaceChildren())}
function arrange(stage){let room=breadth(stage.root)-FIRST;if(room<=0)return;stage.open=opened2(stage.view.open,stage.groups),
Object.assign(stage,visible(stage.groups,stage.open,stage.layers.length)),stage.cursor=Math.min(stage.cursor,stage.nodes.
length-1),stage.pairs=edges(stage.nodes,stage.layers.map(({inputs})=>inputs)),stage.over=overRow(stage.pairs),stage.titles=
stage.nodes.map(node=>title(node,stage.layers,stage.brackets));let most=Math.max(...stage.layers.map(({shape})=>shape[0]));
stage.volumes=stage.nodes.map(node=>{let box=volume(stage.layers[node.stop-1].shape,stage.size,most);return{...box,width:box.
depth+box.across}});let{lefts,total}=spread(widths(stage),room-ANSWERS),centres=stage.nodes.map((_,index)=>(lefts[index]+
lefts[index+1])/2);Object.assign(stage,{lefts,centres,end:total,total:total+ANSWERS}),writeNames(stage),stage.at=heights(
Math.max(0,...stage.brackets.map(({depth})=>depth+1)),stage.lines,stage.hasMaps?2:0),stage.find(".space").style.width=px(
stage.total),showControls(stage),stage.lit!==null&&point(stage,stage.cursor,!1),drawPicture(stage.find(".picture"),stage,
stage.theme),drawWindow(stage),stage.fresh&&begin(stage)}function widths(stage){let context=contextOf(stage.canvas);return stage.
nodes.map((node,index)=>{let long=text=>context.measureText(text.trimEnd()).width;context.font=font(stage.theme,14,600);
let name=Math.max(...parts(stage.titles[index]).map(long));context.font=font(stage.theme,14);let last2=stage.layers[node.
stop-1],below=[last2.shape.join("×"),node.group===null?last2.kind:""].map(long),tiled=stage.strongestOf.has(node.stop-1)?
88:0;return Math.max(LEAST2,Math.min(MOST2,Math.max(name,...below)+14),stage.volumes[index].width+24,tiled)})}function writeNames(stage){
let context=contextOf(stage.canvas);context.font=font(stage.theme,14,600);let measure2=text=>context.measureText(text).width;
stage.names=stage.titles.map((name,index)=>{let lines=inLines(name,stage.lefts[index+1]-stage.lefts[index]-8,measure2);return lines.
length>NAMED2?[`…${lines.at(-NAMED2)}`,...lines.slice(1-NAMED2)]:lines}),stage.lines=Math.max(1,...stage.names.map(({length})=>length))}
function drawWindow(stage){let scroller=stage.find(".scroller");drawNetwork(stage.canvas,stage,stage.theme,scroller.scrollLeft/
perUnit(),breadth(scroller))}function later(stage){cancelAnimationFrame(stage.frame),stage.frame=requestAnimationFrame(()=>drawWindow(
stage))}function point(stage,index,scroll){stage.cursor=index,stage.hot=null,stage.lit={index,...around2(stage.pairs,index)},
stage.find(".readout").textContent=describe2(stage,index,stage.lit),stage.follow(),offer(stage,index),scroll&&intoView(stage,
index),later(stage)}function aloud({find,answers}){return[find(".readout").textContent,listed(answers.map(({name,text})=>`${name}\
 ${text}`))]}function table(stage){return[tableOfNodes(stage)]}function offer(stage,index){let{group,start}=stage.nodes[index],
from=group===null?`layer ${start}`:`group ${group.key}`;if(stage.offered===from)return;stage.offered=from;let buttons=doors(
stage,index).map(({name,text,act})=>makeButton(name,text,act));stage.find(".doors").replaceChildren(...buttons)}function rest(stage){
Object.assign(stage,{hot:null,lit:null}),later(stage)}function heat(stage,bracket){stage.hot!==bracket&&(stage.hot=bracket,
later(stage))}function intoView(stage,index){let scroller=stage.find(".scroller"),[left,right]=[stage.lefts[index],stage.
lefts[index+1]].map(at=>at*perUnit());left<scroller.scrollLeft?scroller.scrollLeft=left-40:right>scroller.scrollLeft+scroller.
clientWidth&&(scroller.scrollLeft=right-scroller.clientWidth+40)}function toggle(stage,key){let open2=new Set(stage.open),
group=every(stage.groups).find(each=>each.key===key);if(group===void 0)return;open2.delete(key)||open2.add(key),unfold(stage,
spelled(open2,stage.groups));let at=stage.nodes.findIndex(node=>node.start<=group.start&&group.start<node.stop);point(stage,
at,!0);let bracket=stage.brackets.find(({group:{key:other}})=>other===key),scroller=stage.find(".scroller"),end=(scroller.
scrollLeft+scroller.clientWidth)/perUnit();bracket!==void 0&&stage.lefts[bracket.to+1]>end&&beginAt(stage,bracket)}function begin(stage){
let{brackets,nodes,layers,view}=stage;stage.fresh=!1;let layer=view.at?layers.findIndex(({name})=>name===view.at):-1,index=nodes.
findIndex(({start,stop})=>start<=layer&&layer<stop),around3=index<0?brackets.slice(0,1):brackets.filter(({from,to})=>from<=
index&&index<=to);around3.length>0&&beginAt(stage,around3[around3.length-1]),!(index<0)&&point(stage,index,!0)}function beginAt(stage,bracket){
stage.find(".scroller").scrollLeft=stage.lefts[Math.max(0,bracket.from-1)]*perUnit()}function unfold(stage,text){stage.settle(
{open:text,at:""})}function leave2(stage,page,layer){stage.tell({...stage.view,go:[page,layer]})}function showControls(stage){
let{words,open:open2,groups}=stage,all=makeButton("all",words.unfold_all,()=>unfold(stage,ALL)),none=makeButton("none",words.
fold_all,()=>unfold(stage,""));allow(all,!every(groups).every(({key})=>open2.has(key))),allow(none,open2.size!==0),stage.
find(".controls").replaceChildren(all,none,makeButton("save",words.save_png,stage.save))}var makeButton=(name,text,onclick)=>Object.
assign(made("button",text),{type:"button",name,onclick});function picture({captions,words,find,canvas}){let figures=[{canvases:[
find(".picture")],caption:words.picture},{canvases:[canvas],caption:words.saved}];return{file:captions.file,title:captions.
title,figures}}export{stage_default as default};
