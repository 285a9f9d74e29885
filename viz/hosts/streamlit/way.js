// A stage as Streamlit is given it: only the way to its script, which brings its styles along.
const { origin, pathname } = new URL(document.baseURI);
const inside = `${origin}${pathname.replace(/[^/]*$/, "")}payload/KEY.js`;
const { default: mount, stylesOfTheStage } = await import(inside).catch(() => import(`${origin}${pathname}/payload/KEY.js`));
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${stylesOfTheStage}\n:host { visibility: visible; }`);
/** @param {{ parentElement: ShadowRoot }} component */
export default (component) => {
  const { adoptedStyleSheets: worn } = component.parentElement;
  if (!worn.includes(sheet)) component.parentElement.adoptedStyleSheets = [...worn, sheet];
  return mount(component);
};
