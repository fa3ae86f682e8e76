// Puts a button on a page that opens Signpost in a panel. One tag does it:
//   <script src="https://SIGNPOST/embed.js" defer></script>
// A link <a href="https://SIGNPOST/" data-signpost>…</a> on the page works where this script does not run,
// and is what the button takes the place of.
(() => {
  "use strict";
  const origin = new URL(document.currentScript.src).origin;
  const link = document.querySelector("a[data-signpost]");
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };

  let sheet;
  try {
    sheet = new CSSStyleSheet(); // not an inline style: the page's own security policy allows it
    sheet.replaceSync(`
      :host { all: initial; }
      * { box-sizing: border-box; font: 600 17px/1.25 system-ui, "Segoe UI", Roboto, sans-serif; }
      button { min-height: 48px; padding: 10px 18px; border: 2px solid #fff; border-radius: 8px;
        background: #0f4c5a; color: #fff; cursor: pointer; }
      button:hover { background: #08323c; }
      :focus-visible { outline: 3px solid #1c2326; outline-offset: 2px; box-shadow: 0 0 0 7px #ffc845; }
      .open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; }
      .panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; display: flex; flex-direction: column;
        width: min(430px, calc(100vw - 32px)); height: min(720px, calc(100vh - 32px)); height: min(720px, calc(100dvh - 32px));
        border: 2px solid #0f4c5a; border-radius: 10px; overflow: hidden; background: #fff; }
      .panel[hidden], .open[hidden] { display: none; }
      .bar { display: flex; justify-content: space-between; align-items: center; padding: 4px; background: #0f4c5a; }
      .bar a { padding: 12px; color: #fff; }
      iframe { flex: 1; width: 100%; border: 0; }
      @media (max-width: 480px), (max-height: 480px) {
        .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
      }
      @media (forced-colors: active) { button, .panel { border: 2px solid; } }
      @media print { .open, .panel { display: none; } }`);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    return; // an old browser keeps the plain link
  }

  const open = make("button", { class: "open", type: "button", "aria-expanded": "false" }, "Find help for your child");
  const close = make("button", { type: "button" }, "Close");
  const panel = make("div", { class: "panel", role: "dialog", "aria-label": "Signpost: find help for your child", hidden: "" },
    make("div", { class: "bar" }, make("a", { href: `${origin}/`, target: "_blank", rel: "noopener" }, "Open in a new tab"), close));
  shadow.append(open, panel);
  let frame;

  function show() {
    if (!frame) {
      // Loaded at first use only: a page that merely offers the chat sends nothing.
      frame = make("iframe", { src: `${origin}/embed`, title: "Signpost chat: find help for your child", referrerpolicy: "no-referrer" });
      panel.append(frame);
    }
    panel.hidden = false;
    open.hidden = true;
    open.setAttribute("aria-expanded", "true");
    close.focus();
  }
  function hide() {
    panel.hidden = true;
    open.hidden = false;
    open.setAttribute("aria-expanded", "false");
    open.focus();
  }
  open.addEventListener("click", show);
  close.addEventListener("click", hide);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("message", (event) => {
    if (event.origin === origin && event.data === "signpost:close" && event.source === frame?.contentWindow) hide();
  });

  const place = () => {
    if (link) link.hidden = true;
    document.body.append(host);
  };
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
})();
