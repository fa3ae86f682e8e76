// Makes the chat answer without a reload. The form also works without this file.
(() => {
  "use strict";
  const { stored, post, say } = window.signpost;
  const find = (id, within = document) => within.getElementById(id);
  const talk = find("talk");
  const SLOW_AFTER = 4000;
  const GIVE_UP_AFTER = 25000;
  const WAITS = [2, 4, 8, 15, 30, 30, 30]; // seconds before each new try
  const fieldsOf = (form) => [...new FormData(form)];

  // --- The box ------------------------------------------------------------------------------------------
  const box = find("message");
  const send = find("send");
  const error = find("error");
  const progress = find("progress");
  const limit = Number(talk.dataset.limit);
  const length = () => [...box.value.trim()].length; // as the server counts: an emoji is one, blanks around are none
  let countTimer;

  function countWords() {
    const left = limit - length();
    const number = Math.abs(left).toLocaleString("en-GB");
    if (left < 0) return `You have ${number} ${left === -1 ? "character" : "characters"} too many.`;
    if (left > limit * 0.2) return `You can type up to ${limit.toLocaleString("en-GB")} characters.`;
    return `You have ${number} ${left === 1 ? "character" : "characters"} left.`;
  }
  box.addEventListener("input", () => {
    find("count").textContent = countWords();
    clearTimeout(countTimer);
    if (length() > limit * 0.8) countTimer = setTimeout(() => say(countWords()), 1000);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    talk.requestSubmit();
  });

  function showError(words) {
    find("problem")?.remove();
    error.replaceChildren();
    error.hidden = !words;
    if (!words) return box.removeAttribute("aria-invalid");
    const label = document.createElement("span");
    label.className = "hidden";
    label.textContent = "Error: ";
    error.append(label, words);
    box.setAttribute("aria-invalid", "true");
    return undefined;
  }
  function refuse(words) {
    showError(words);
    box.focus();
  }
  function tell(words, waiting = false) {
    if (progress.textContent !== words) progress.textContent = words;
    progress.classList.toggle("waiting", waiting);
  }

  // --- One message at a time ----------------------------------------------------------------------------
  let now = null; // the message under way: {form, fields, text, tries, timer}

  function start(form, fields, text) {
    if (now) {
      if (now.timer) attempt(); // waiting for the next try: try at once
      return;
    }
    showError("");
    now = { form, fields, text, tries: 0, timer: 0 };
    for (const button of document.querySelectorAll("#send, .choices button")) button.setAttribute("aria-disabled", "true");
    attempt();
  }
  function finish() {
    clearTimeout(now.timer);
    now = null;
    tell("");
    for (const button of document.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
  function giveUp(words) {
    const { text } = now;
    finish();
    if (!box.value) box.value = text;
    refuse(words);
  }
  function again(words, seconds) {
    if (!now) return;
    if (now.tries >= WAITS.length) {
      giveUp("We still can't reach our service. Your message is in the box: send it again when you are ready.");
      return;
    }
    const wait = seconds || WAITS[now.tries];
    now.tries += 1;
    tell(`${words}Your message is kept. Trying again in ${wait} ${wait === 1 ? "second" : "seconds"}.`, true);
    now.timer = setTimeout(attempt, wait * 1000);
  }
  addEventListener("online", () => { if (now?.timer) attempt(); });

  async function attempt() {
    clearTimeout(now.timer);
    now.timer = 0;
    tell("Looking…", true);
    const slow = setTimeout(() => tell("Still looking… this is taking longer than usual.", true), SLOW_AFTER);
    const stop = new AbortController();
    const stopTimer = setTimeout(() => stop.abort(), GIVE_UP_AFTER);
    let response;
    let page;
    try {
      response = await post(now.form.action, withFreshTokens(now.fields), { signal: stop.signal });
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      again(navigator.onLine ? "We can't reach our service. " : "You are offline. ");
      return;
    } finally {
      clearTimeout(slow);
      clearTimeout(stopTimer);
    }
    arrived(response, page);
  }
  function arrived(response, page) {
    const problem = find("error", page)?.textContent.replace(/^Error: /, "");
    const renewed = takeTokens(page);
    if (response.ok && find("newest-list", page)) {
      if (box.value === now.text) box.value = "";
      showError("");
      find("count").textContent = countWords();
      showNewest(page);
      finish();
    } else if (response.status === 403 && renewed && now.tries === 0) {
      now.tries += 1;
      attempt();
    } else if ([429, 502, 503, 504].includes(response.status)) {
      showError(problem || "");
      again("", response.status === 429 ? Number(response.headers.get("Retry-After")) || 5 : 0);
    } else giveUp(problem || "Sorry, that did not work. Please send it again.");
  }

  // Tokens change; the key of a sending does not, so that a message whose answer was lost is not said twice.
  function withFreshTokens(fields) {
    const form = new FormData(talk);
    return fields.map(([name, value]) => [name, name === "token" || name === "session" ? form.get(name) : value]);
  }
  function takeTokens(page) {
    let changed = false;
    for (const field of ["token", "key", "session"]) {
      const fresh = page.querySelector(`#talk [name=${field}]`)?.value;
      if (!fresh) continue;
      for (const input of document.querySelectorAll(`input[name=${field}]`)) {
        changed = changed || (field === "token" && input.value !== fresh);
        input.value = fresh;
      }
      if (field === "session") stored.set(fresh);
    }
    return changed;
  }

  // Two lists, not one that grows: a screen reader cuts off a live region that grows, and reads it twice.
  function showNewest(page) {
    const newest = find("newest");
    const list = find("newest-list");
    for (const old of list.querySelectorAll(".choices")) old.remove();
    find("history-list").append(...list.childNodes);
    find("history").hidden = !find("history-list").querySelector("li");
    list.replaceChildren(...find("newest-list", page).childNodes);
    swapSummary(page);
    newest.hidden = false;
    for (const part of document.querySelectorAll(".welcome")) part.hidden = true;
    for (const part of document.querySelectorAll(".endings")) part.hidden = false;
    find("notice")?.remove();
    newest.focus({ preventScroll: true });
    newest.scrollIntoView({ block: "start" });
  }
  function swapSummary(page) {
    find("summary").replaceChildren(...find("summary", page).childNodes);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form === talk) {
      event.preventDefault();
      if (!now && !box.value.trim()) refuse("Please type what is hard right now, then send it.");
      else if (!now && length() > limit) refuse(`${countWords()} Please make your message shorter.`);
      else start(form, fieldsOf(form), box.value);
    } else if (form.classList.contains("choices")) {
      event.preventDefault();
      const { name, value } = event.submitter;
      start(form, [...fieldsOf(form), [name, value]], value);
    } else if (form.classList.contains("keep")) {
      event.preventDefault();
      keep(form);
    } else if (form.action.endsWith("/forget") || form.action.endsWith("/start-again")) stored.clear();
  });

  async function keep(form) {
    try {
      const response = await post(form.action, withFreshTokens(fieldsOf(form)));
      if (!response.ok) throw new Error("refused");
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const wanted = form.elements.wanted.value === "yes";
      form.elements.wanted.value = wanted ? "no" : "yes";
      form.querySelector("button").firstChild.data = wanted ? "Take off my list" : "Keep on my list";
      swapSummary(page);
      say(wanted ? "It is on your list." : "It is off your list.");
    } catch {
      form.submit();
    }
  }

  // --- A frame that is loaded again shows its chat again --------------------------------------------------
  async function restore(session) {
    const response = await post(talk.action, { session });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !page.querySelector("#newest-list li")) return;
    takeTokens(page);
    find("history-list").replaceChildren(...find("history-list", page).childNodes);
    showNewest(page);
  }
  if (document.body.classList.contains("framed") && stored.get()) restore(stored.get()).catch(() => stored.clear());
})();
