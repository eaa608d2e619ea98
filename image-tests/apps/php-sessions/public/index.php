<?php
// Counts the visits of a guest.
header('Content-Type: text/plain');
session_id(preg_replace('/\W/', '', $_GET['guest'] ?? 'nobody'));
session_start();
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
echo 'visit ', $_SESSION['visits'], "\n";
