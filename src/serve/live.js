// Keeps a page of the preview up to date: reloads it after an edit, or shows over it what is wrong.
"use strict";
const own = new URL(".", document.currentScript.src);
const { reading } = document.currentScript.dataset;
const events = new EventSource(new URL("events", own));
let lost = false;

function overlay(text) {
  let box = document.getElementById("depeche-overlay");
  if (!text) {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("div");
    box.id = "depeche-overlay";
    box.setAttribute("role", "alert");
    box.append(document.createElement("pre"));
    document.body.append(box);
  }
  box.firstChild.textContent = text;
}

async function renew() {
  // A template may fail on this page only: then the page stays, with what is wrong over it.
  const answer = await fetch(location.href, { cache: "no-store" });
  if (answer.status === 500) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    overlay(page.getElementById("depeche-error")?.textContent ?? "error");
  } else {
    location.reload();
  }
}

events.addEventListener("changed", renew);
events.addEventListener("broken", (event) => overlay(event.data));
events.addEventListener("sound", (event) => {
  // An edit may have come between the page and this connection, or while the connection was lost.
  if (lost || event.data !== reading) renew();
  lost = false;
});
events.addEventListener("error", () => {
  lost = true;
});
