package org.registan.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.registan.kernel.Level;

/** The layer of a field: the lowest level that shows it. Declared once, here (DESIGN 3). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface At {

  Level value();
}
