// One polite voice for what changes without being looked at. A page from Turbo comes without it.
export function say(text) {
  let voice = document.getElementById("said");
  if (!voice) {
    voice = document.createElement("p");
    voice.id = "said";
    voice.className = "hidden";
    voice.setAttribute("role", "status");
    (document.querySelector("main") ?? document.body).append(voice);
  }
  voice.textContent = text;
}
