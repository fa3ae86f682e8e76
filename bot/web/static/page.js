// What every page has: a way out, printing, and words for screen readers. All of it works without this file.
(() => {
  "use strict";
  const body = document.body;
  const byId = (id) => document.getElementById(id);
  const STORE = "signpost-session";

  // A frame has no cookie: it finds its chat again, in this tab only, by the session it was given.
  const stored = {
    get() { try { return sessionStorage.getItem(STORE); } catch { return null; } },
    set(value) { try { sessionStorage.setItem(STORE, value); } catch { /* the browser keeps nothing: fine */ } },
    clear() { try { sessionStorage.removeItem(STORE); } catch { /* likewise */ } },
  };
  const post = (address, fields, more = {}) =>
    fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { "X-Signpost": "1" }, ...more });
  const say = (words) => { byId("announce").textContent = words; };
  window.signpost = { stored, post, say };

  // --- Exit this page ---------------------------------------------------------------------------------
  function leave() {
    document.documentElement.classList.add("left");
    stored.clear();
    const form = byId("exit").form;
    post(form.action, [...new FormData(form)], { keepalive: true }).catch(() => {});
    const away = body.dataset.exit;
    try { window.top.location.replace(away); } catch { location.replace(away); }
  }
  byId("exit").form.addEventListener("submit", (event) => { event.preventDefault(); leave(); });

  let shifts = 0;
  let shiftTimer;
  document.addEventListener("keyup", (event) => {
    clearTimeout(shiftTimer);
    shifts = event.key === "Shift" ? shifts + 1 : 0;
    if (shifts === 3) leave();
    else if (shifts) {
      say(`Shift, press ${3 - shifts} more ${shifts === 2 ? "time" : "times"} to exit.`);
      shiftTimer = setTimeout(() => { shifts = 0; }, 5000);
    }
  });

  // --- Printing: what is folded away is printed too -----------------------------------------------------
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details")) details.open = true;
  });
  const print = byId("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  // --- Lines to take along: selected by hand, or with one press where the browser can copy ----------------
  if (navigator.clipboard) {
    document.documentElement.classList.add("can-copy");
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (!button) return;
      const lines = button.parentElement.querySelector("textarea");
      navigator.clipboard.writeText(lines.value).then(() => {
        button.textContent = "Copied";
        say("Copied.");
      }, () => { lines.focus(); lines.select(); say("Press Control and C to copy."); });
    });
  }

  const copy = byId("copy");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", () => {
      navigator.clipboard.writeText(location.href).then(() => {
        copy.textContent = "The address is copied";
        say("The address is copied.");
      }, () => say("The address could not be copied. Please copy it from the top of your browser."));
    });
  }

  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (body.classList.contains("framed")) {
    document.addEventListener("keydown", (event) => {
      // The message says nothing but "close", so any page may hear it.
      if (event.key === "Escape") parent.postMessage("signpost:close", "*");
    });
  }
})();
