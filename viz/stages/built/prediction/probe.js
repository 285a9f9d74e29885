var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole2,name)=>values[name]??whole2),part=(element2,selector)=>element2.
querySelector(selector),made=(tag,textContent)=>Object.assign(document.createElement(tag),{textContent});var REST=500,DESCRIPTION="described";function makeAloud(root,busy){let live=Object.assign(made("p",""),{className:"heard"});
live.setAttribute("aria-live","polite");let description=Object.assign(made("p",""),{id:DESCRIPTION,hidden:!0});root.after(
live,description);let aloud={root,live,description,busy,now:[],said:null,timer:0};return root.addEventListener("focusout",
()=>describe(aloud)),aloud}function hear(aloud,text){aloud.now=[text].flat().map(sentence),aloud.root.matches(":focus-wi\
thin")||describe(aloud),aloud.said??=aloud.now,clearTimeout(aloud.timer),newsOf(aloud)!==""&&wait(aloud)}var sentence=text=>text.
replace(/\s+/g," ").trim().replace(/[^.!?:;,…]$/,"$&."),newsOf=({now,said})=>now.filter((part2,at)=>part2!==said?.[at]).
join(" ").trim();function wait(aloud){aloud.timer=setTimeout(()=>{if(aloud.busy())return wait(aloud);elsewhere(aloud.root)||
(aloud.live.textContent=newsOf(aloud)),aloud.said=aloud.now},REST)}function elsewhere(root){let held=document.activeElement?.
shadowRoot??null;return held!==null&&held!==root.getRootNode()&&held.querySelector(".heard")!==null}function describe({description,
now}){description.textContent=now.join(" ")}function introduce(root,words){for(let element2 of root.querySelectorAll('[r\
ole="application"]'))element2.setAttribute("aria-roledescription",words.interactive??""),element2.setAttribute("aria-des\
cribedby",DESCRIPTION);for(let output of root.querySelectorAll("output"))output.setAttribute("aria-live","off")}var MOST_LINES=25;function around(count,at,most){let start=Math.max(0,Math.min(count-most,at-Math.floor(most/2)));return[
start,Math.min(count,start+most)]}function tableOfLines(words,caption,columns,{count,at=0,line:line2}){let[first,stop]=around(count,Math.max(0,at),MOST_LINES),
note=stop-first===count?"":put(words.lines??"",{first:first+1,last:stop,count});return{caption,note,columns,rows:numbers(
first,stop).map(line2),at:[at-first,-1]}}var numbers=(start,stop)=>Array.from({length:Math.max(0,stop-start)},(_,index)=>start+
index);var DRAWN="convoscope:drawn",MOVED="convoscope:moved";var ENGLISH={language:"en",decimal:".",group:",",list:", "},marks=ENGLISH;function markWith(given=ENGLISH){marks=given}var marked=text=>text.
replace(/[.,-]/g,mark=>mark==="."?marks.decimal:mark===","?marks.group:"−");function decimal(number,places){let text=number.toFixed(places);return marked(Number(text)===0?text.replace("-",""):text)}function listed(items){let texts=items.map(String);return texts.join(marks.decimal===","&&texts.some(text=>text.includes(
","))?"; ":marks.list)}var unit=1,perUnit=()=>unit,px=length=>`${length*unit}px`,breadth=({clientWidth})=>clientWidth/unit;function measure(root){
let around3=root.getRootNode(),host="host"in around3?around3.host:root;return unit=Number.parseFloat(getComputedStyle(host).
fontSize)/16||1,Math.max(480,(window.innerHeight-topOf(root))/unit)}function topOf(element2){let{top}=element2.getBoundingClientRect();
for(let at=above(element2);at!==null;at=above(at))top+=at.scrollTop;return top}function above({parentNode}){return parentNode===
null||parentNode===document?null:"host"in parentNode?parentNode.host:parentNode}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({values,shape:[
rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=opaque(
values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}function fit(canvas,width,height){
let ratio=(window.devicePixelRatio||1)*perUnit(),[columns,rows]=[Math.round(width*ratio),Math.round(height*ratio)];(canvas.
width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=px(width),canvas.style.
height=px(height);let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,0,0),context.clearRect(0,0,width,
height),context}function place(context,source2,[sx,sy,sw,sh],[x,y,width,height]){context.imageSmoothingEnabled=width<sw,
context.imageSmoothingQuality="medium",context.drawImage(source2,sx,sy,sw,sh,x,y,width,height)}function frame(context,x,y,width,height,accent,thick=2){
context.lineWidth=thick+2,context.strokeStyle="#ffffff",context.strokeRect(x,y,width,height),context.lineWidth=thick,context.
strokeStyle=accent,context.strokeRect(x,y,width,height)}var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function bindGrip(element2,grip){let held=!1,waiting2=null,timer=0,forget=()=>{clearTimeout(timer),waiting2=null},take=event=>(forget(),
held=grip.take(event)!==!1,held&&element2.setPointerCapture(event.pointerId),held),release=(event,kept)=>{forget(),held&&
grip.release?.(event,kept),held=!1};element2.onpointerdown=event=>{if(event.button===0){if(event.pointerType!=="touch")return void take(
event);forget(),waiting2=event,timer=setTimeout(()=>take(event),350)}},element2.onpointermove=event=>{if(waiting2!==null){
let[across,along2]=[event.clientX-waiting2.clientX,event.clientY-waiting2.clientY].map(Math.abs);if(Math.max(across,along2)<=
8)return;if(along2>across)return forget();take(waiting2)}held?grip.pull(event):grip.pass?.(event)},element2.onpointerup=
event=>{waiting2!==null&&take(waiting2),release(event,!0)},element2.onpointercancel=event=>release(event,!1),keepHeld(element2,
()=>held)}function keepHeld(element2,held){Object.assign(element2.style,{touchAction:"pan-y pinch-zoom",userSelect:"none",
webkitTouchCallout:"none"});let prevent=event=>{held()&&event.cancelable&&event.preventDefault()};element2.addEventListener(
"touchmove",prevent,{passive:!1}),element2.addEventListener("contextmenu",prevent)}function cellNear(event,element2,shape){let[row,column]=cellsTo(event,element2,shape).map(Math.floor);return[within(row,
shape.rows),within(column,shape.columns)]}var within=(place2,count)=>Math.max(0,Math.min(count-1,place2));function cellsTo(event,element2,{
rows,columns}){let{left,top,width,height}=element2.getBoundingClientRect();return[(event.clientY-top)/height*rows,(event.
clientX-left)/width*columns]}var inside=({rows,columns},row,column)=>row>=0&&column>=0&&row<rows&&column<columns;var DELAYS=[150,600,2e3,5e3],KIND="application/octet-stream";function shelf(){let page=globalThis;return page.convoscopeParcels??=
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
data&&waits("failed",ending.missing??ending.words?.missing??""))}var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
top,tallest,right]=[0,0,0,0];for(let[width,height]of sizes)left>0&&left+width>widest&&(top+=tallest+GAP,[left,tallest]=[
0,0]),places.push([left,top]),tallest=Math.max(tallest,height),right=Math.max(right,left+width),left+=width+GAP;return{places,
width:right,height:top+tallest}}function savePicture(root,fileName,title,figures){let shown=figures.filter(({canvases})=>canvases[0].clientWidth>0),measure2=contextOf(
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
1e3)}var MOST_UNUSED=32*2**20;function wait2(stage,keys){let{expected}=stage;return!expected||keys.includes(expected.key)?0:Math.max(0,expected.until-
performance.now())}function allow(button,may){button.setAttribute("aria-disabled",String(!may)),button.addEventListener("click",refuse,!0)}function refuse(event){event.currentTarget.ariaDisabled==="true"&&event.stopImmediatePropagation()}var PATIENCE=8e3,beginning=()=>({done:0,told:0,shown:null,visit:null,hash:null,aside:0,repeat:()=>{}});function accept(course,ending,receive2){
clearTimeout(course.aside);let show=()=>{Object.assign(course,afterShowing(course,ending)),markWith(ending.marks),receive2()};
if(!isOlder(course,ending)){show();return}course.aside=setTimeout(()=>{course.repeat(),course.aside=setTimeout(show,PATIENCE)},
PATIENCE)}var isOlder=({shown,visit,hash,done},ending)=>shown!==null&&ending.visit===visit&&ending.hash!==hash&&ending.knows<
done;function afterShowing({visit,done,told},{knows,visit:theirs,hash,words}){let same2=theirs===visit;return{visit:theirs,
hash,words,shown:knows,done:same2?Math.max(done,knows):knows,told:same2?Math.max(told,knows):knows}}var NAMES={accent:"primary-color",text:"text-color",paper:"background-color",ground:"secondary-background-color",line:"b\
order-color",font:"font"},FORCED={accent:"Highlight",text:"CanvasText",paper:"Canvas",ground:"Canvas",line:"GrayText"};function themeOf(element2){
let style=getComputedStyle(element2),forced=window.matchMedia("(forced-colors: active)").matches?FORCED:{},found=Object.
entries(NAMES).map(([name,named])=>[name,style.getPropertyValue(`--st-${named}`).trim()]);return{...Object.fromEntries(found),
...forced,ink:style.color,family:style.fontFamily}}var REST2=100,NAMED=500;function makeTables(root,read){let holder=Object.assign(document.createElement("div"),{className:"\
as-table"});holder.innerHTML='<button type="button" aria-expanded="false" aria-controls="tables"></button><div class="ta\
bles" id="tables" role="region" tabindex="0" hidden></div>';let[button,box]=[part(holder,"button"),part(holder,".tables")],
tables={button,box,read,words:{},timer:0};return button.onclick=()=>{box.hidden=!box.hidden,button.setAttribute("aria-ex\
panded",String(!box.hidden)),clearTimeout(tables.timer),tables.timer=0,writeTables(tables),showPresent(box)},root.after(
holder),tables}function nameTables(tables,words){tables.button.textContent=words.as_table??"",tables.words=words}function followTables(tables){
let{hidden}=tables.box;tables.timer&&!hidden||(clearTimeout(tables.timer),tables.timer=setTimeout(()=>{tables.timer=0,hidden?
nameAfter(tables,tables.read()):writeTables(tables)},hidden?NAMED:REST2))}function nameAfter({button,box,words},[first]){
if(first===void 0)return;let name=put(words.as_table_of??"",{table:words.as_table,what:first.caption});for(let element2 of[
button,box])element2.setAttribute("aria-label",name)}function writeTables(tables){let{box,read}=tables;if(box.hidden)return;
let{scrollLeft,scrollTop}=box,shown=read();nameAfter(tables,shown),box.replaceChildren(...shown.map(tableOf)),Object.assign(
box,{scrollLeft,scrollTop})}function showPresent(box){let present=box.querySelector('td[aria-current="true"]');if(!(present instanceof
HTMLElement))return;let[inner,outer]=[present.getBoundingClientRect(),box.getBoundingClientRect()];box.scrollLeft+=inner.
left+inner.width/2-(outer.left+outer.width/2)}function tableOf({caption,note="",columns,rows,at=[-1,-1]}){let table2=document.
createElement("table"),[title,words]=[document.createElement("caption"),made("span",caption)];note&&words.append(" ",made(
"small",note)),title.append(words);let[head,body]=[document.createElement("thead"),document.createElement("tbody")];return head.
append(line(columns.map(text=>text===""?made("td",""):header(text,"col")))),body.append(...rows.map((cells,row)=>line(cells.
map((text,place2)=>place2===0?header(text,"row"):made("td",text)),row===at[0]?at[1]:null))),table2.append(title,head,body),
table2}var header=(text,scope)=>Object.assign(made("th",text),{scope});function line(cells,at=null){let row=document.createElement(
"tr");return row.append(...cells),at!==null&&(at<0?row:cells[at+1])?.setAttribute("aria-current","true"),row}var waiting=(root,tell2)=>(state,words)=>{if(state==="lost"){tell2("lost",Date.now());return}if(root.ariaBusy==="true"&&
state===""&&requestAnimationFrame(()=>window.dispatchEvent(new Event(MOVED))),root.ariaBusy=state==="fetching"?"true":null,
root.querySelector(":scope > .missing")?.remove(),state!=="failed")return;let said=Object.assign(document.createElement(
"p"),{className:"missing",textContent:words});said.setAttribute("role","alert"),root.prepend(said)};var SETTLE=250;function mountStage(open,receive2,{event="settled",leave=()=>{},relays=!1}={}){let stages=new WeakMap;return({data,parentElement,
setTriggerValue})=>{let stage=stages.get(parentElement)??counting(open(parentElement),relays);stages.set(parentElement,stage),
telling(stage,event,relays?null:setTriggerValue);let show=keys=>{clearTimeout(stage.late);let delay=wait2(stage,keys);delay>
0?stage.late=setTimeout(()=>show(keys),delay):accept(stage.course,endingOf(data),()=>receive2(stage,data,keys))};return arrive(
stage,data,show,waiting(stage.root,setTriggerValue)),()=>{clearTimeout(stage.timer),clearTimeout(stage.late),clearTimeout(
stage.course.aside),clearTimeout(stage.aloud?.timer),clearTimeout(stage.tables?.timer),stage.frame&&cancelAnimationFrame(
stage.frame),stage.player?.drop(),stage.awaited=null,leave(stage),stage.watcher.disconnect(),stages.delete(parentElement)}}}
function counting(stage,relays){let course=beginning();return Object.assign(stage,{course,busy:()=>{clearTimeout(stage.timer),
relays||(course.done+=1)},idle:()=>{course.done=course.told}})}function telling(stage,event,host){let{course}=stage;stage.
tellOf=(name,value)=>{stage.busy(),Object.assign(course,{told:course.done,repeat:()=>stage.tellOf(name,value)}),host?host(
name,{...value,heard:{done:course.done,shown:course.shown}}):window.dispatchEvent(new CustomEvent(DRAWN,{detail:{...value,
serial:stage.received}}))},stage.tell=value=>stage.tellOf(event,value),stage.later=(make2,rest=SETTLE)=>{stage.busy(),stage.
timer=setTimeout(()=>{let value=make2();value!==null&&stage.tell(value)},rest)}}function sorted(rows,order){let worth={before:({before})=>before,after:({after})=>after,change:({before,after})=>Math.abs(
after-before)}[order];return[...rows].sort((one,other)=>worth(other)-worth(one))}var percent=share=>`${100*share}%`;function element(kind,className,text=""){
return Object.assign(document.createElement(kind),{className,textContent:text})}function writeRows(holder,rows,say2){let best=Math.
max(...rows.map(({after})=>after));holder.replaceChildren(...rows.map(row=>rowOf(row,row.after===best,say2)))}function rowOf({
name,before,after,before_text,after_text,change_text,numbers_text},won,say2){let row=element("div",won?"row won":"row");
row.setAttribute("role","listitem"),row.setAttribute("aria-label",say2({name,before:before_text,after:after_text,change:change_text}));
let said=element("div","said"),numbers2=element("span","numbers",numbers_text);said.append(element("span","name",name),numbers2,
element("span","change",change_text));let track=element("div","track"),[now,was,rest]=["after","before","rest"].map(className=>element(
"i",className));return now.style.width=percent(after),was.style.width=percent(before),rest.style.left=percent(Math.min(before,
after)),rest.style.width=percent(Math.max(0,before-after)),track.append(now,rest,was),row.append(said,track),row}var SLIDERS=["blur","grey","brightness","contrast"],make=(kind,values={})=>Object.assign(document.createElement(kind),values);
function buildControls(stage,act){let{words,find}=stage,button=(name,onclick)=>make("button",{type:"button",name,textContent:words[name],
onclick}),group=(...children)=>{let holder=make("div",{className:"group"});return holder.append(...children),holder},tools=find(
".tools");tools.setAttribute("aria-label",words.controls),tools.replaceChildren(group(button("move",()=>act.tool("move")),
button("cover",()=>act.tool("cover"))),group(button("mirrored",()=>act.flip("mirrored")),button("upended",()=>act.flip("\
upended"))),choice(words,"edge",stage.edges,act.change),choice(words,"fill",stage.fills,act.change),group(button("uncove\
r",act.uncover)),group(button("undo",()=>act.step(-1)),button("redo",()=>act.step(1)),button("reset",act.reset)),group(button(
"save_png",act.save))),find(".sliders").replaceChildren(...SLIDERS.map(name=>slider(stage,name,act)))}function choice(words,name,options,change){
let label=make("label",{className:"choice"}),select=make("select",{name});for(let option of options)select.add(new Option(
words[`${name}_${option}`],option));return select.onchange=()=>change({[name]:select.value}),label.append(make("span",{textContent:words[name]}),
select),label}function slider({words,limits:limits2},name,act){let label=make("label"),[min,max]=limits2[name],input=make(
"input",{type:"range",name,step:1});return Object.assign(input,{min,max}),input.oninput=()=>act.preview({[name]:Number(input.
value)}),input.onchange=()=>act.change({[name]:Number(input.value)}),label.append(make("span",{textContent:words[name]}),
input,make("output")),label}function showControls({find,edit,tool,at,history,said}){for(let name of["move","cover"])pressed(
find(`[name=${name}]`),tool===name);for(let name of["mirrored","upended"])pressed(find(`[name=${name}]`),edit[name]);for(let name of[
"edge","fill"])find(`select[name=${name}]`).value=edit[name];for(let name of SLIDERS){let input=find(`input[name=${name}\
]`);input.value=edit[name],input.nextElementSibling.textContent=said(name,name==="blur"?edit.blur/2:edit[name])}allow(find(
"[name=uncover]"),edit.cover!==null),allow(find("[name=undo]"),at!==0),allow(find("[name=redo]"),at!==history[history.length-
1].number),allow(find("[name=reset]"),at!==0||history.length!==1)}var pressed=(button,on)=>button.setAttribute("aria-pre\
ssed",String(on));var LUMA=[299,587,114],LEVELS={grey:128,black:0};function uncovered(pixels,size,edit,kernels){let found=moved(pixels,size,
edit);return edit.blur>0&&(found=blurred(found,size,kernels[edit.blur])),edit.grey>0&&(found=greyed(found,edit.grey)),edit.
brightness!==100&&(found=found.map(value=>Math.min(255,Math.floor((value*edit.brightness+50)/100)))),edit.contrast===100?
found:contrasted(found,edit.contrast)}function covered(pixels,[,columns],cover,under){let found=pixels.slice();for(let row=cover.
top;row<cover.top+cover.rows;row+=1){let start=(row*columns+cover.left)*3,stop=start+cover.columns*3;found.set(under.subarray(
start,stop),start)}return found}function filling(pixels,size,fill,kernel){if(fill==="blur")return blurred(pixels,size,kernel);
let colour=fill==="mean"?[0,1,2].map(channel=>meanOf(pixels,channel)):[0,0,0].fill(LEVELS[fill]);return pixels.map((_,index)=>colour[index%
3])}function mirrored(place2,size){if(size===1)return 0;let period=2*size-2,within2=(place2%period+period)%period;return Math.
min(within2,period-within2)}function moved(pixels,[rows,columns],{mirrored:flipped,upended,right,down,edge}){if(!flipped&&
!upended&&right===0&&down===0)return pixels.slice();let found=new Uint8Array(pixels.length);for(let row=0;row<rows;row+=
1){let[fromRow,outside]=source(row-down,rows,upended);for(let column=0;column<columns;column+=1){let[fromColumn,beside]=source(
column-right,columns,flipped),at=(row*columns+column)*3,from=(fromRow*columns+fromColumn)*3,replaced=(outside||beside)&&
edge!=="mirror";for(let channel=0;channel<3;channel+=1)found[at+channel]=replaced?LEVELS[edge]:pixels[from+channel]}}return found}
function source(place2,size,turned){let inside2=mirrored(place2,size);return[turned?size-1-inside2:inside2,place2<0||place2>=
size]}function blurred(pixels,[rows,columns],kernel){let whole2=kernel.reduce((sum,weight)=>sum+weight,0),down=along(pixels,
kernel,rows,columns*3,columns*3,1),found=new Uint8Array(pixels.length);for(let row=0;row<rows;row+=1){let line2=along(down.
subarray(row*columns*3,(row+1)*columns*3),kernel,columns,3,3,1);for(let index=0;index<line2.length;index+=1)found[row*columns*
3+index]=Math.floor(line2[index]/whole2/whole2+.5)}return found}function along(values,kernel,size,stride,others,next){let found=new Float64Array(
values.length),reach=(kernel.length-1)/2;for(let place2=0;place2<size;place2+=1)for(let step=-reach;step<=reach;step+=1){
let weight=kernel[step+reach],from=mirrored(place2+step,size)*stride;for(let other=0;other<others;other+=1)found[place2*
stride+other*next]+=weight*values[from+other*next]}return found}var lumaAt=(pixels,at)=>LUMA[0]*pixels[at]+LUMA[1]*pixels[at+
1]+LUMA[2]*pixels[at+2];function greyed(pixels,percent2){return pixels.map((value,index)=>{let grey=lumaAt(pixels,index-
index%3);return Math.floor((value*(100-percent2)*1e3+grey*percent2+5e4)/1e5)})}function contrasted(pixels,percent2){let sum=0;
for(let at=0;at<pixels.length;at+=3)sum+=lumaAt(pixels,at);let mean=rounded(sum,1e3*pixels.length/3);return pixels.map(value=>Math.
max(0,Math.min(255,Math.floor((value*percent2+mean*(100-percent2)+50)/100))))}function meanOf(pixels,channel){let sum=0;
for(let at=channel;at<pixels.length;at+=3)sum+=pixels[at];return rounded(sum,pixels.length/3)}var rounded=(sum,count)=>Math.
floor((2*sum+count)/(2*count));function adler(bytes){let[low,high]=[1,0];for(let byte of bytes)low=(low+byte)%65521,high=
(high+low)%65521;return high*65536+low}var clamp=(value,low,high)=>Math.max(low,Math.min(high,value));function between([top,left],[bottom,right]){return{top:Math.
min(top,bottom),left:Math.min(left,right),rows:Math.abs(bottom-top)+1,columns:Math.abs(right-left)+1}}function around2([
row,column],size){let side=Math.max(1,Math.round(Math.min(...size)/4)),half=Math.floor(side/2);return shifted({top:row-half,
left:column-half,rows:side,columns:side},0,0,size)}function shifted(cover,down,right,[rows,columns]){return{...cover,top:clamp(
cover.top+down,0,rows-cover.rows),left:clamp(cover.left+right,0,columns-cover.columns)}}function grown(cover,by,[rows,columns]){
let[high,wide]=[cover.rows,cover.columns].map(side=>Math.max(1,side+2*by)),[top,left]=[cover.top+Math.floor((cover.rows-
high)/2),cover.left+Math.floor((cover.columns-wide)/2)],sized={top,left,rows:Math.min(high,rows),columns:Math.min(wide,columns)};
return shifted(sized,0,0,[rows,columns])}function holds(cover,[row,column]){return row>=cover.top&&row<cover.top+cover.rows&&
column>=cover.left&&column<cover.left+cover.columns}var clamp2=(value,[low,high])=>Math.max(low,Math.min(high,value));function bindPlane(stage,plane,act){let held=null;bindGrip(
plane,{take:event=>{let pixel=pixelUnder(stage,plane,event,!0);act.point(null);let{cover}=stage.edit,carries=stage.tool===
"cover"&&cover!==null&&holds(cover,pixel);held={pixel,edit:stage.edit,carries,moved:!1}},pass:event=>act.point(pixelUnder(
stage,plane,event)),pull:event=>held&&pull(stage,held,pixelUnder(stage,plane,event,stage.tool==="cover"),act),release:(_,kept)=>{
let was=held;held=null,was!==null&&letGo(stage,was,kept,act)}}),plane.onpointerleave=()=>act.point(null),plane.onkeydown=
event=>{let change=keyed(stage,event);change!==null&&(event.preventDefault(),act.change(change,!0))}}function pull(stage,held,pixel,act){
String(pixel)===String(held.pixel)&&!held.moved||(held.moved=!0,act.preview(dragged(stage,held,pixel)))}function letGo(stage,was,kept,act){
kept?was.moved?act.change({}):stage.tool==="cover"&&!was.carries&&act.change({cover:around2(was.pixel,stage.size)}):act.
preview(was.edit)}function pixelUnder({size:[rows,columns]},plane,event,inside2=!1){if(inside2)return cellNear(event,plane,
{rows,columns});let[row,column]=cellsTo(event,plane,{rows,columns});return[Math.floor(row),Math.floor(column)]}function dragged({
tool,size,limits:limits2},{pixel:from,edit,carries},pixel){let[down,right]=[pixel[0]-from[0],pixel[1]-from[1]];return tool===
"cover"?{cover:carries&&edit.cover?shifted(edit.cover,down,right,size):between(from,pixel)}:{right:clamp2(edit.right+right,
limits2.right),down:clamp2(edit.down+down,limits2.down)}}function keyed(stage,{key,shiftKey,ctrlKey,metaKey,altKey}){if(ctrlKey||
metaKey||altKey)return null;let{edit,tool,size,limits:limits2}=stage;if(tool==="cover")return keyedCover(edit.cover,key,
shiftKey,size);if(key==="Home"||key==="End")return{right:limits2.right[key==="Home"?0:1]};let step=arrow(key);if(step===
null)return null;let[tall,wide]=size.map(side=>shiftKey?Math.max(1,side>>3):1);return{right:clamp2(edit.right+step[1]*wide,
limits2.right),down:clamp2(edit.down+step[0]*tall,limits2.down)}}function keyedCover(cover,key,far,size){let step=arrow(
key);if(step===null&&!["+","=","-","Home","End","Delete","Backspace"].includes(key))return null;if(key==="Delete"||key===
"Backspace")return{cover:null};if(cover===null)return{cover:around2([size[0]>>1,size[1]>>1],size)};if(key==="+"||key==="\
=")return{cover:grown(cover,1,size)};if(key==="-")return{cover:grown(cover,-1,size)};if(key==="Home"||key==="End")return{
cover:shifted(cover,0,key==="Home"?-size[1]:size[1],size)};if(step===null)return null;let[tall,wide]=size.map(side=>far?
Math.max(1,side>>3):1);return{cover:shifted(cover,step[0]*tall,step[1]*wide,size)}}var[PATIENCE2,TIMES]=[2500,4],TALLEST=320,[NARROW,MIDDLE]=[560,860],stage_default=mountStage(openStage,receive);function openStage(parentElement){
let root=part(parentElement,".probe"),stage={root,received:null,tool:"move",order:"before",timer:0,again:0,frame:0,pointed:null};
return stage.find=selector=>part(root,selector),stage.said=(name,value)=>put(stage.words[`${name}_value`],{value}),stage.
watcher=new ResizeObserver(()=>layOut(stage)),stage.watcher.observe(root),stage.tables=makeTables(root,()=>stage.received===
null?[]:table(stage)),stage.aloud=makeAloud(root,()=>!same(stage.edit,stage.answered)),stage.act=actions(stage),bindPlane(
stage,stage.find(".plane"),stage.act),root.onkeydown=event=>{!(event.ctrlKey||event.metaKey)||event.key.toLowerCase()!==
"z"||(event.preventDefault(),stage.act.step(event.shiftKey?1:-1))},stage}function actions(stage){let change=(fields,later=!1)=>{
Object.assign(stage,{edit:{...stage.edit,...fields}}),draw(stage),stage.busy(),later?stage.timer=setTimeout(()=>settle(stage),
SETTLE):settle(stage)};return{change,preview:fields=>{clearTimeout(stage.timer),stage.edit={...stage.edit,...fields},soon(
stage)},point:pixel=>{stage.pointed=pixel,stage.find(".readout").textContent=readout(stage)},tool:name=>{stage.tool=name,
draw(stage),stage.find(".plane").focus()},flip:name=>change({[name]:!stage.edit[name]}),uncover:()=>change({cover:null}),
reset:()=>goTo(stage,0),step:by=>goTo(stage,stage.at+by),save:()=>save(stage)}}function receive(stage,data){let found=opened(
data),[anew,before,drawn]=[found.serial!==stage.received,stage.words,stage.text],{edit:answered,...rest}=found,{words:shared={}}=stage.
course;nameTables(stage.tables,shared),Object.assign(stage,rest,{shared,answered,received:found.serial,size:found.planes.
picture.shape.slice(0,2)}),anew&&(clearTimeout(stage.timer),Object.assign(stage,{edit:answered,asked:answered,base:null}),
stage.tool=answered.cover!==null?"cover":"move"),(anew||JSON.stringify(before)!==JSON.stringify(stage.words))&&buildControls(
stage,stage.act),buildOrder(stage),layOut(stage),write2(stage),stage.root.dataset.drawn=`${stage.serial} ${stage.text}`,
drawn!==void 0&&drawn!==stage.text&&window.dispatchEvent(new CustomEvent(DRAWN,{detail:{edit:stage.text}}))}var same=(one,other)=>JSON.
stringify(one)===JSON.stringify(other);function layOut(stage){if(stage.received===null||stage.root.clientWidth===0)return;
stage.room=measure(stage.root);let width=breadth(stage.root);stage.root.classList.toggle("narrow",width<NARROW),stage.root.
classList.toggle("middle",width>=NARROW&&width<MIDDLE),draw(stage)}function soon(stage){stage.frame||=requestAnimationFrame(
()=>{stage.frame=0,draw(stage)})}function draw(stage){let{find,edit,size:[rows,columns]}=stage;stage.shown=preview(stage);
let cell=Math.min(TALLEST,breadth(find(".seen").parentElement))/Math.max(rows,columns),[width,height]=[cell*columns,cell*
rows],[base,marks2]=find(".plane").querySelectorAll("canvas"),source2=pictureCanvas({values:stage.shown,shape:stage.size});
place(fit(base,width,height),source2,[0,0,columns,rows],[0,0,width,height]);let context=fit(marks2,width,height);if(edit.
cover!==null&&stage.tool==="cover"){let{top,left,rows:high,columns:wide}=edit.cover;frame(context,left*cell,top*cell,wide*
cell,high*cell,themeOf(stage.root).accent)}find(".plane").classList.toggle("covering",stage.tool==="cover"),find("figcap\
tion").textContent=put(stage.words.seen,{...stage.about,rows,columns}),find(".plane").setAttribute("aria-label",`${find(
"figcaption").textContent}. ${stage.words[`keys_${stage.tool}`]}`),find(".readout").textContent=readout(stage),speak2(stage),
showControls(stage),stage.root.classList.toggle("waiting",!same(edit,stage.answered))}function preview(stage){let{edit,size,
planes,kernels}=stage,key=JSON.stringify({...edit,cover:null,fill:null});return stage.base?.key!==key&&(stage.base={key,
pixels:uncovered(planes.picture.values,size,edit,kernels),under:{}}),edit.cover===null?stage.base.pixels:(stage.base.under[edit.
fill]??=filling(stage.base.pixels,size,edit.fill,stage.cover_kernel),covered(stage.base.pixels,size,edit.cover,stage.base.
under[edit.fill]))}function write2(stage){let{find,words,root}=stage,say2=values=>put(words.row,values);writeRows(find("\
.rows"),sorted(stage.rows,stage.order),say2),find(".rows").setAttribute("aria-label",words.answers);for(let at of[0,1,2])
find(".ends").children[at].textContent=put(words.percent,{value:50*at});find(".key").textContent=words.key,same(stage.edit,
stage.answered)&&(root.dataset.exact=adler(stage.shown)===stage.checksum?"yes":"no"),find(".readout").textContent=readout(
stage),introduce(root,stage.shared),speak2(stage)}function speak2(stage){let{aloud,tables,words,rows}=stage,best=rows.reduce(
(most,row)=>row.after>most.after?row:most);hear(aloud,[put(words.row,{name:best.name,before:best.before_text,after:best.
after_text,change:best.change_text}),readout(stage)]),tables&&followTables(tables)}function table({shared,words,about,rows,
order}){let shown=sorted(rows,order),columns=[words.table_class,words.order_before,words.order_after,words.order_change],
line2=at=>[shown[at].name,shown[at].before_text,shown[at].after_text,shown[at].change_text];return[tableOfLines(shared,put(
about.table,{shown:shown.length}),columns,{count:shown.length,at:-1,line:line2})]}function buildOrder(stage){let label=stage.
find(".order"),select=document.createElement("select");select.name="order";for(let order of["before","after","change"])select.
add(new Option(stage.words[`order_${order}`],order));select.value=stage.order,select.onchange=()=>{stage.order=select.value,
write2(stage)},label.replaceChildren(stage.words.order,select)}function readout(stage){let{words,edit,pointed,size:[rows,
columns]}=stage;if(pointed!==null&&inside({rows,columns},...pointed)){let[red,green,blue]=stage.shown.subarray((pointed[0]*
columns+pointed[1])*3);return put(words.pixel,{row:pointed[0],column:pointed[1],red,green,blue})}if(stage.root.dataset.exact===
"no"&&same(edit,stage.answered))return words.inexact;if(stage.tool==="cover"){if(edit.cover===null)return words.draw_cover;
let{top,left,rows:high,columns:wide}=edit.cover,share=decimal(Math.floor((2e3*high*wide+rows*columns)/(2*rows*columns))/
10,1);return put(words.covered,{top,left,bottom:top+high-1,right:left+wide-1,high,wide,share})}if(edit.right===0&&edit.down===
0)return words.drag;let all=[[edit.right,"left","right"],[edit.down,"up","down"]],way=listed(all.filter(([by])=>by!==0).
map(([by,less,more])=>put(words[by<0?less:more],{pixels:Math.abs(by)})));return put(words.moved,{way})}function settle(stage,at=null){
if(clearTimeout(stage.timer),same(stage.edit,stage.asked)&&at===null){stage.idle();return}stage.asked=stage.edit,tell(stage,
at,1)}function tell(stage,at,time){let edit=stage.asked;stage.tell({edit,at}),clearTimeout(stage.again),time!==TIMES&&(stage.
again=setTimeout(()=>{same(edit,stage.asked)&&!same(edit,stage.answered)&&tell(stage,at,time+1)},time*PATIENCE2))}function goTo(stage,number){
let row=stage.history.find(each=>each.number===number);row!==void 0&&(stage.edit=row.edit,draw(stage),settle(stage,number))}
function save(stage){let caption=stage.find("figcaption").textContent,figures=[{canvases:[...stage.find(".plane").querySelectorAll(
"canvas")],caption}];savePicture(stage.root,`${stage.about.file}.png`,stage.about.title,figures)}export{stage_default as default};
