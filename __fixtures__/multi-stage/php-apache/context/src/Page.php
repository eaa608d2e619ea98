<?php

namespace Example;

final class Page
{
    public function render(): string
    {
        return "hello";
    }
}
