<?php

use PHPUnit\Framework\TestCase;
