// Hashes a password with a salt that is given, or compares it with a hash.
const bcrypt = require('bcrypt');

const [password = 'secret', salt = '$2b$04$abcdefghijklmnopqrstuu'] = process.argv.slice(2);
if (salt.length > 29) console.log(bcrypt.compareSync(password, salt));
else console.log(bcrypt.hashSync(password, salt));
