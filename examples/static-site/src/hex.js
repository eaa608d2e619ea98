export function hex(rgb) {
  return '#' + rgb.map((n) => n.toString(16).padStart(2, '0')).join('');
}
