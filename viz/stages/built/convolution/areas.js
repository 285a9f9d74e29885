var contextOf=canvas=>canvas.getContext("2d");function fit(canvas,width,height){let ratio=window.devicePixelRatio||1,[columns,rows]=[Math.round(width*ratio),Math.round(
height*ratio)];(canvas.width!==columns||canvas.height!==rows)&&(canvas.width=columns,canvas.height=rows),canvas.style.width=
`${width}px`,canvas.style.height=`${height}px`;let context=contextOf(canvas);return context.setTransform(ratio,0,0,ratio,
0,0),context.clearRect(0,0,width,height),context}var put=(text,values)=>text.replace(/\{(\w+)\}/g,(whole,name)=>values[name]??whole);var MARGIN=24,GAP=20,LINE=22,WIDEST=1600,FONT="15px system-ui, sans-serif";function flow(sizes,widest){let places=[],[left,
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
setTimeout(()=>URL.revokeObjectURL(link.href),1e3)}function chain(counts,side){let[most,least]=[Math.max(...counts),Math.min(...counts)],frames=[];for(let budget=most;;budget/=
1e3){let shown=counts.map((count,index)=>({index,side:side*Math.sqrt(count/budget)})).filter(square=>square.side>=1&&square.
side<=side+1e-9);if(frames.push({budget,shown,ground:Math.max(0,counts.findLastIndex(count=>count>budget))}),side*Math.sqrt(
least/budget)>=6||budget<=1)return frames}}var watchers=new WeakMap,LARGEST=196;function mountAreas({data,parentElement}){let root=parentElement.querySelector(".ar\
eas");watchers.get(parentElement)?.disconnect();let watcher=new ResizeObserver(()=>draw(root,data));return watchers.set(
parentElement,watcher),watcher.observe(root),write(root,data),draw(root,data),()=>watchers.get(parentElement)?.disconnect()}
function write(root,{quantities,words}){let tones=tonesOf(root);root.querySelector(".note").textContent=words.note;let button=root.
querySelector("[name=save_png]");button.textContent=words.save_png,button.onclick=()=>save(root,quantities,words),root.querySelector(
".counts").replaceChildren(...quantities.map(({label,how,text},index)=>{let line=document.createElement("li");return line.
innerHTML="<i></i><span></span><span><b></b> <span></span></span>",line.querySelector("i").style.background=tones[index],
line.querySelector("span").textContent=label,line.querySelector("b").textContent=text,line.querySelector("b + span").textContent=
how,line}))}function save(root,quantities,words){let figures=[...root.querySelectorAll("figure")].map(figure=>({canvases:[
figure.querySelector("canvas")],caption:figure.querySelector("figcaption").textContent})),title=quantities.map(({label,text})=>`${label}\
: ${text}`).join(" · ");savePicture(root,`${words.file}.png`,title,figures)}function tonesOf(root){let style=getComputedStyle(
root),theme=name=>style.getPropertyValue(`--st-${name}`).trim();return[theme("secondary-background-color"),"#9a9cab",theme(
"primary-color")]}function draw(root,{quantities,words,alt}){if(root.clientWidth===0)return;let side=Math.min(LARGEST,root.
clientWidth-8),frames=chain(quantities.map(({count})=>count),side),holder=root.querySelector(".frames");holder.setAttribute(
"aria-label",alt),holder.replaceChildren(...frames.map((frame,at)=>makeFrame(root,frame,at,at===frames.length-1,side,words)))}
function makeFrame(root,{shown,ground},at,last,side,words){let figure=document.createElement("figure");figure.innerHTML=
"<figcaption></figcaption><canvas></canvas>",figure.querySelector("figcaption").textContent=at===0?words.whole:put(words.
magnified,{times:(1e3**at).toLocaleString("en")});let context=fit(figure.querySelector("canvas"),side+2,side+2),tones=tonesOf(
root),ink=getComputedStyle(root).getPropertyValue("--st-text-color").trim();context.fillStyle=tones[ground],context.fillRect(
1,1,side,side);for(let square of[...shown].sort((one,other)=>other.side-one.side))context.fillStyle=tones[square.index],
context.fillRect(1,1+side-square.side,square.side,square.side),outline(context,ink,1,1+side-square.side,square.side);if(outline(
context,ink,1,1,side),!last){let piece=side/Math.sqrt(1e3);context.setLineDash([2,2]),outline(context,ink,1,1+side-piece,
piece)}return figure}function outline(context,ink,left,top,side){context.strokeStyle=ink,context.lineWidth=1,context.strokeRect(
left,top,side,side)}export{mountAreas as default};
