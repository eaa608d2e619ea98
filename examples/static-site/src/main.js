import './style.css';
import { hex } from './hex.js';

const list = document.querySelector('#colors');
for (const [name, rgb] of Object.entries({ brick: [178, 34, 34], moss: [85, 107, 47], sky: [135, 206, 235] })) {
  const item = document.createElement('li');
  item.textContent = `${name} ${hex(rgb)}`;
  item.style.borderColor = hex(rgb);
  list.append(item);
}
