"use strict";
/* Says when the line is cut, and keeps one page for that moment. */
(() => {
  const notice = document.getElementById("offline");
  const tell = () => notice && (notice.hidden = navigator.onLine);
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  tell();
  if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/offline.js").catch(() => {});
})();
