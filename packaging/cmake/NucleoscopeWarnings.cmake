# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and sanitizers for our own targets; other people's headers are SYSTEM.
function(nb_configure_target target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow -Wno-sign-conversion)
  if(NB_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(NB_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
  target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS)
endfunction()
