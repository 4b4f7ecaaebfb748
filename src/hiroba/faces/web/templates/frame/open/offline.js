{% load static %}"use strict";
/* Keeps one page and its looks; every other page comes from the house itself. */
const KEPT = ["{% url 'web:offline' %}", "{% static 'web/tokens.css' %}", "{% static 'web/hiroba.css' %}", "{% static 'web/frame.css' %}", "{% static 'web/parts.css' %}", "{% static 'web/forms.css' %}", "{% static 'web/art/logo.svg' %}", "{% static 'web/art/offline.svg' %}"];
const NAME = "hiroba-offline-1";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((kept) => kept.addAll(KEPT)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET") {
    event.respondWith(fetch(event.request).catch(() => caches.match(KEPT[0])));
  } else if (!navigator.onLine && KEPT.some((url) => event.request.url.endsWith(url))) {
    event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request)));
  }
});
