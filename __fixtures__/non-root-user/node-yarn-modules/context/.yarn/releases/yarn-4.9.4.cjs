// Yarn
