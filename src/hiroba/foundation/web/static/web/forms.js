"use strict";
/* Forms that care: nothing typed is lost, nothing is sent twice, and one sees how much fits. Pages work without this. */
(() => {
  const dirty = new Set();

  const guard = (form) => {
    form.addEventListener("input", () => dirty.add(form));
    form.addEventListener("change", () => dirty.add(form));
  };

  const sendOnce = (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    dirty.delete(form);
    const buttons = form.querySelectorAll("button:not([type=button])");
    setTimeout(() => buttons.forEach((button) => button.setAttribute("aria-disabled", "true")));
  };

  const wakeUp = () =>
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("button[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    });

  const count = (counter) => {
    const field = document.getElementById(counter.dataset.counts);
    if (!field) return;
    const limit = Number(counter.dataset.limit);
    const tell = () => {
      const left = limit - [...field.value.replaceAll("\r\n", "\n")].length;
      counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace("{n}", Math.abs(left));
      counter.classList.toggle("over", left < 0);
    };
    field.addEventListener("input", tell);
    tell();
  };

  const showable = (field) => {
    const english = document.documentElement.lang === "en";
    const words = english ? ["Show", "Hide", "Show the password"] : ["見せる", "隠す", "パスワードを見せる"];
    const frame = document.createElement("span");
    const button = document.createElement("button");
    frame.className = "with-button";
    button.className = "show-password";
    button.type = "button";
    button.textContent = words[0];
    button.setAttribute("aria-label", words[2]);
    button.setAttribute("aria-pressed", "false");
    field.replaceWith(frame);
    frame.append(field, button);
    button.addEventListener("click", () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.textContent = words[shown ? 1 : 0];
      button.setAttribute("aria-pressed", String(shown));
    });
    field.form?.addEventListener("submit", () => (field.type = "password"));
  };

  const prepare = (root) => {
    root.querySelectorAll("form[data-guard]").forEach(guard);
    root.querySelectorAll("[data-counts]").forEach(count);
    root.querySelectorAll("input[type=password]").forEach(showable);
  };

  prepare(document);
  document.querySelector("form[method=post] [data-errors]")?.focus();
  document.addEventListener("submit", sendOnce);
  document.addEventListener("htmx:afterRequest", wakeUp);
  document.addEventListener("htmx:load", (event) => event.target !== document.body && prepare(event.target));
  window.addEventListener("pageshow", wakeUp);
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });
})();
