const output = document.querySelector('#selected');

document.querySelector('date-line').addEventListener('select', ({ detail }) => {
  output.textContent = detail.id ?? 'nothing';
});
