var ARROWS={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]},arrow=key=>ARROWS[key]??null;function next(layout,key,at){
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
at?next(layout(),event.key,at()):null;own===void 0&&to===null||(event.preventDefault(),own?.(event),to!==null&&go?.(to))}var opaque=(red,green,blue)=>(255<<24|blue<<16|green<<8|red)>>>0;var contextOf=canvas=>canvas.getContext("2d");function canvasOf(pixels,rows,columns){let canvas=document.createElement("\
canvas");canvas.width=columns,canvas.height=rows;let image=new ImageData(new Uint8ClampedArray(pixels.buffer,pixels.byteOffset,
rows*columns*4),columns,rows);return contextOf(canvas).putImageData(image,0,0),canvas}function pictureCanvas({values,shape:[
rows,columns]}){let pixels=new Uint32Array(rows*columns);for(let index=0;index<pixels.length;index+=1)pixels[index]=opaque(
values[index*3],values[index*3+1],values[index*3+2]);return canvasOf(pixels,rows,columns)}var ARRAYS={uint8:Uint8Array,uint16:Uint16Array,float32:Float32Array};function unpack(payload){if(!(payload instanceof Uint8Array))
return{planes:{},...payload};let bytes=payload.slice(),length=new DataView(bytes.buffer).getUint32(0,!0),header=JSON.parse(
new TextDecoder().decode(bytes.subarray(4,4+length))),start=Math.ceil((4+length)/8)*8,planes={};for(let[name,{type,shape,
offset}]of Object.entries(header.planes)){let count=shape.reduce((product,size)=>product*size,1);planes[name]={values:new ARRAYS[type](
bytes.buffer,start+offset,count),shape}}return{...header,planes}}var part=(element,selector)=>element.querySelector(selector);var mounted=new WeakMap;function mountThumbnails({data,parentElement,setTriggerValue}){let group=part(parentElement,".th\
umbnails");mounted.get(parentElement)!==data&&(mounted.set(parentElement,data),fill(group,data));let buttons=[...group.children],
choose=at=>{buttons.forEach((button,index)=>button.setAttribute("aria-checked",String(index===at))),buttons[at].focus(),
setTriggerValue("chosen",buttons[at].dataset.key)};buttons.forEach((button,at)=>{button.onclick=()=>choose(at)}),bindKeys(
group,{layout:()=>({kind:"list",count:buttons.length,wraps:!0}),at:()=>buttons.findIndex(button=>button.matches(":focus")),
go:choose})}function fill(group,data){let{pictures,chosen,label,planes}=unpack(data),root=group.getRootNode(),held=group.
contains(root.activeElement);group.setAttribute("aria-label",label);let button=(picture,index)=>makeButton(picture,planes[`\
picture${index}`],picture.key===chosen),buttons=pictures.map(button);group.replaceChildren(...buttons),pictures.some(({key})=>key===
chosen)||(buttons[0].tabIndex=0),held&&part(group,'[aria-checked="true"]')?.focus()}function makeButton({key,label},plane,chosen){
let button=document.createElement("button");return button.type="button",button.title=label,button.dataset.key=key,button.
setAttribute("role","radio"),button.setAttribute("aria-label",label),button.setAttribute("aria-checked",String(chosen)),
button.tabIndex=chosen?0:-1,button.append(pictureCanvas(plane)),button}export{mountThumbnails as default};
