// Starts the page's WebAssembly. The names of both files come from the script element, so that this
// file can stay as it is from one version to the next. What was typed before stays where it is.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
try {
  const { default: start } = await import(js);
  await start({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  const alert = document.querySelector('[role=alert]');
  alert.textContent = 'Rolecard could not start in this browser: it needs WebAssembly. ' +
    'What you pasted is still in the box. Load the page again, or use a current browser.';
}
